/**
 * `pickle`: objects as bytes and back, protocols 0 to 5, byte for byte as CPython's pickler writes them. In Python, as
 * `Lib/pickle.py`; frames, memo and batches as in `Modules/_pickle.c`.
 */
export const pickleSource = String.raw`
import copyreg
import io
import struct
import sys
from types import FunctionType

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "PickleBuffer", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

# The instructions of a pickle by name.
MARK, STOP, POP, POP_MARK, DUP = b'(', b'.', b'0', b'1', b'2'
FLOAT, INT, BININT, BININT1, LONG, BININT2, NONE = b'F', b'I', b'J', b'K', b'L', b'M', b'N'
PERSID, BINPERSID, REDUCE, STRING, BINSTRING, SHORT_BINSTRING = b'P', b'Q', b'R', b'S', b'T', b'U'
UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL, DICT, EMPTY_DICT = b'V', b'X', b'a', b'b', b'c', b'd', b'}'
APPENDS, GET, BINGET, INST, LONG_BINGET, LIST, EMPTY_LIST = b'e', b'g', b'h', b'i', b'j', b'l', b']'
OBJ, PUT, BINPUT, LONG_BINPUT, SETITEM, TUPLE, EMPTY_TUPLE = b'o', b'p', b'q', b'r', b's', b't', b')'
SETITEMS, BINFLOAT, BINBYTES, SHORT_BINBYTES = b'u', b'G', b'B', b'C'
TRUE, FALSE = b'I01\n', b'I00\n'
PROTO, NEWOBJ, EXT1, EXT2, EXT4, TUPLE1, TUPLE2, TUPLE3 = b'\x80', b'\x81', b'\x82', b'\x83', b'\x84', b'\x85', b'\x86', b'\x87'
NEWTRUE, NEWFALSE, LONG1, LONG4 = b'\x88', b'\x89', b'\x8a', b'\x8b'
SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS = b'\x8c', b'\x8d', b'\x8e', b'\x8f', b'\x90'
FROZENSET, NEWOBJ_EX, STACK_GLOBAL, MEMOIZE, FRAME = b'\x91', b'\x92', b'\x93', b'\x94', b'\x95'
BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER = b'\x96', b'\x97', b'\x98'
__all__ += [name for name in dir() if name.isupper() and name[0] != '_' and name not in __all__]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    __module__ = '_pickle'


class PicklingError(PickleError):
    __module__ = '_pickle'


class UnpicklingError(PickleError):
    __module__ = '_pickle'


class PickleBuffer:
    def __init__(self, buffer):
        raise NotImplementedError("pickle.PickleBuffer is not simulated")


bytes_types = (bytes, bytearray)
_FRAME_TARGET = 64 * 1024
_BATCH = 1000
_frame_size = struct.Struct('<Q').pack
_size4 = struct.Struct('<I').pack

# Names of Python 2, which protocols below 3 write.
_old_modules = {'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', 'reprlib': 'repr'}
_old_names = {('builtins', 'range'): ('__builtin__', 'xrange'), ('builtins', 'int'): ('__builtin__', 'long'),
              ('builtins', 'str'): ('__builtin__', 'unicode'), ('builtins', 'chr'): ('__builtin__', 'unichr'),
              ('builtins', 'zip'): ('itertools', 'izip'), ('builtins', 'map'): ('itertools', 'imap'),
              ('builtins', 'filter'): ('itertools', 'ifilter'), ('functools', 'reduce'): ('__builtin__', 'reduce')}
_new_modules = {old: new for new, old in _old_modules.items()} | {'exceptions': 'builtins'}
_new_names = {old: new for new, old in _old_names.items()}


def encode_long(x):
    if x == 0:
        return b''
    size = (x.bit_length() >> 3) + 1
    result = x.to_bytes(size, 'little', signed=True)
    if x < 0 and size > 1 and result[-1] == 0xff and result[-2] & 0x80:
        result = result[:-1]
    return result


def decode_long(data):
    return int.from_bytes(data, 'little', signed=True)


def _getattribute(obj, name):
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local object {name!r}")
        obj = getattr(obj, part)
    return obj


def whichmodule(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    for module_name, module in list(sys.modules.items()):
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        try:
            if _getattribute(module, name) is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


class Pickler:
    __module__ = '_pickle'

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self.memo = {}
        self._frame = None

    def clear_memo(self):
        self.memo.clear()

    def _write(self, data):
        if self._frame is None:
            self._file_write(data)
        else:
            self._frame += data

    def _end_frame(self):
        frame = self._frame
        if len(frame) >= 4:
            self._file_write(b'\x95' + _frame_size(len(frame)))
        self._file_write(bytes(frame))
        self._frame = bytearray()

    def _write_large(self, head, data):
        """Contents too long for a frame stand between two."""
        if self._frame is not None and len(data) >= _FRAME_TARGET:
            if self._frame:
                self._end_frame()
            self._file_write(head)
            self._file_write(data)
        else:
            self._write(head + data)

    def dump(self, obj):
        if self.proto >= 2:
            self._file_write(b'\x80' + bytes([self.proto]))
        if self.proto >= 4:
            self._frame = bytearray()
        self.save(obj)
        self._write(b'.')
        if self._frame is not None:
            self._end_frame()
            self._frame = None

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self._write(b'\x94')
        elif not self.bin:
            self._write(b'p%d\n' % index)
        elif index < 256:
            self._write(b'q' + bytes([index]))
        else:
            self._write(b'r' + _size4(index))

    def _get(self, index):
        if not self.bin:
            return b'g%d\n' % index
        return b'h' + bytes([index]) if index < 256 else b'j' + _size4(index)

    def persistent_id(self, obj):
        return None

    def save(self, obj, save_persistent_id=True):
        if self._frame is not None and len(self._frame) >= _FRAME_TARGET:
            self._end_frame()
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                return self.save_pers(pid)
        known = self.memo.get(id(obj))
        if known is not None:
            return self._write(self._get(known[0]))
        kind = type(obj)
        override = getattr(self, 'reducer_override', None)
        reduced = NotImplemented
        if kind in _exact:
            return _exact[kind](self, obj)
        if override is not None:
            reduced = override(obj)
        if reduced is NotImplemented:
            if kind is FunctionType:
                return self.save_global(obj)
            if kind is type:
                return self.save_type(obj)
            table = getattr(self, 'dispatch_table', copyreg.dispatch_table)
            reduce = table.get(kind)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(kind, type):
                return self.save_global(obj)
            elif kind is bytearray:
                reduced = (bytearray, (bytes(obj),)) if obj else (bytearray, ())
            else:
                reduced = obj.__reduce_ex__(self.proto)
        if isinstance(reduced, str):
            return self.save_global(obj, reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(obj, *reduced)

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, False)
            self._write(b'Q')
        else:
            self._write(b'P' + str(pid).encode('ascii') + b'\n')

    def save_reduce(self, obj, func, args, state=None, listitems=None, dictitems=None, state_setter=None):
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        name = getattr(func, '__name__', '')
        if self.proto >= 2 and name == '__newobj_ex__':
            cls, args, kwargs = args
            if self.proto >= 4:
                for each in (cls, args, kwargs):
                    self.save(each)
                self._write(b'\x92')
            else:
                from functools import partial
                self.save(partial(cls.__new__, cls, *args, **kwargs))
                self.save(())
                self._write(b'R')
        elif self.proto >= 2 and name == '__newobj__':
            cls, *rest = args
            if not hasattr(cls, '__new__'):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self.save(cls)
            self.save(tuple(rest))
            self._write(b'\x81')
        else:
            self.save(func)
            self.save(args)
            self._write(b'R')
        if obj is not None:
            if id(obj) in self.memo:
                # It is part of its own arguments, and has been made there.
                self._write((b'0' if self.bin else b'0') + self._get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self._write(b'b')
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self._write(b'\x86R0')

    def save_none(self, obj):
        self._write(b'N')

    def save_bool(self, obj):
        if self.proto >= 2:
            self._write(b'\x88' if obj else b'\x89')
        else:
            self._write(b'I01\n' if obj else b'I00\n')

    def save_long(self, obj):
        if self.bin:
            if 0 <= obj < 256:
                return self._write(b'K' + bytes([obj]))
            if 0 <= obj < 65536:
                return self._write(b'M' + obj.to_bytes(2, 'little'))
            if -0x80000000 <= obj < 0x80000000:
                return self._write(b'J' + obj.to_bytes(4, 'little', signed=True))
            if self.proto >= 2:
                data = encode_long(obj)
                if len(data) < 256:
                    return self._write(b'\x8a' + bytes([len(data)]) + data)
                return self._write(b'\x8b' + _size4(len(data)) + data)
        if -0x80000000 <= obj < 0x80000000:
            self._write(b'I' + repr(obj).encode() + b'\n')
        else:
            self._write(b'L' + repr(obj).encode() + b'L\n')

    def save_float(self, obj):
        if self.bin:
            self._write(b'G' + struct.pack('>d', obj))
        else:
            self._write(b'F' + repr(obj).encode() + b'\n')

    def save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                return self.save_reduce(obj, bytes, ())
            from _codecs import encode
            return self.save_reduce(obj, encode, (obj.decode('latin1'), 'latin1'))
        size = len(obj)
        if size < 256:
            self._write(b'C' + bytes([size]) + obj)
        else:
            self._write_large(b'B' + _size4(size), obj)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            if not obj:
                return self.save_reduce(obj, bytearray, ())
            return self.save_reduce(obj, bytearray, (bytes(obj),))
        self._write_large(b'\x96' + _frame_size(len(obj)), bytes(obj))
        self.memoize(obj)

    def save_str(self, obj):
        if self.bin:
            data = obj.encode('utf-8', 'surrogatepass')
            size = len(data)
            if size < 256 and self.proto >= 4:
                self._write(b'\x8c' + bytes([size]) + data)
            else:
                self._write_large(b'X' + _size4(size), data)
        else:
            text = obj.replace('\\', r'\u005c').replace('\0', r'\u0000').replace('\n', r'\u000a')
            text = text.replace('\r', r'\u000d').replace('\x1a', r'\u001a')
            data = b''.join(char.encode('latin1') if ord(char) < 256 else
                            (r'\u%04x' if ord(char) < 65536 else r'\U%08x').__mod__(ord(char)).encode()
                            for char in text)
            self._write(b'V' + data + b'\n')
        self.memoize(obj)

    def save_tuple(self, obj):
        if not obj:
            return self._write(b')' if self.bin else b'(t')
        n = len(obj)
        short = n <= 3 and self.proto >= 2
        if not short:
            self._write(b'(')
        for each in obj:
            self.save(each)
        if id(obj) in self.memo:
            # It has been made while its items were.
            get = self._get(self.memo[id(obj)][0])
            if short:
                self._write(b'0' * n + get)
            else:
                self._write((b'1' if self.bin else b'0' * (n + 1)) + get)
            return
        self._write([b'', b'\x85', b'\x86', b'\x87'][n] if short else b't')
        self.memoize(obj)

    def save_list(self, obj):
        self._write(b']' if self.bin else b'(l')
        self.memoize(obj)
        self._batch_appends(obj)

    def _batch_appends(self, items):
        if not self.bin:
            for each in items:
                self.save(each)
                self._write(b'a')
            return
        items = list(items)
        if len(items) == 1:
            self.save(items[0])
            return self._write(b'a')
        for start in range(0, len(items), _BATCH):
            self._write(b'(')
            for each in items[start:start + _BATCH]:
                self.save(each)
            self._write(b'e')

    def save_dict(self, obj):
        self._write(b'}' if self.bin else b'(d')
        self.memoize(obj)
        self._batch_setitems(obj.items())

    def _batch_setitems(self, items):
        if not self.bin:
            for key, value in items:
                self.save(key)
                self.save(value)
                self._write(b's')
            return
        items = list(items)
        if len(items) == 1:
            self.save(items[0][0])
            self.save(items[0][1])
            return self._write(b's')
        for start in range(0, len(items), _BATCH):
            self._write(b'(')
            for key, value in items[start:start + _BATCH]:
                self.save(key)
                self.save(value)
            self._write(b'u')

    def save_set(self, obj):
        if self.proto < 4:
            return self.save_reduce(obj, set, (list(obj),))
        self._write(b'\x8f')
        self.memoize(obj)
        items = list(obj)
        for start in range(0, len(items), _BATCH):
            self._write(b'(')
            for each in items[start:start + _BATCH]:
                self.save(each)
            self._write(b'\x90')

    def save_frozenset(self, obj):
        if self.proto < 4:
            return self.save_reduce(obj, frozenset, (list(obj),))
        self._write(b'(')
        for each in obj:
            self.save(each)
        if id(obj) in self.memo:
            return self._write(b'1' + self._get(self.memo[id(obj)][0]))
        self._write(b'\x91')
        self.memoize(obj)

    def save_type(self, obj):
        for single in (None, NotImplemented, ...):
            if obj is type(single):
                return self.save_reduce(obj, type, (single,))
        self.save_global(obj)

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None)
            if name is None:
                name = obj.__name__
        module_name = whichmodule(obj, name)
        try:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        except (ImportError, ValueError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        if '<locals>' in name.split('.'):
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            found = _getattribute(module, name)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self._write(b'\x93')
        elif '.' in name:
            path, _, last = name.rpartition('.')
            self.save_reduce(None, getattr, (_getattribute(module, path), last))
            return
        else:
            if self.fix_imports:
                if isinstance(obj, type) and issubclass(obj, BaseException) and module_name == 'builtins':
                    module_name = 'exceptions'
                elif (module_name, name) in _old_names:
                    module_name, name = _old_names[module_name, name]
                else:
                    module_name = _old_modules.get(module_name, module_name)
            self._write(b'c' + module_name.encode() + b'\n' + name.encode() + b'\n')
        self.memoize(obj)


_exact = {
    type(None): Pickler.save_none, bool: Pickler.save_bool, int: Pickler.save_long, float: Pickler.save_float,
    bytes: Pickler.save_bytes, bytearray: Pickler.save_bytearray, str: Pickler.save_str, tuple: Pickler.save_tuple,
    list: Pickler.save_list, dict: Pickler.save_dict, set: Pickler.save_set, frozenset: Pickler.save_frozenset,
}


class _Stop(Exception):
    pass


class Unpickler:
    __module__ = '_pickle'

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, 'read') or not hasattr(file, 'readline'):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def _read(self, n):
        data = self._file.read(n)
        if len(data) < n:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        line = self._file.readline()
        if line[-1:] != b'\n':
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _number(self, n):
        return int.from_bytes(self._read(n), 'little')

    def _pop(self):
        if not self.stack:
            raise UnpicklingError("unpickling stack underflow")
        return self.stack.pop()

    def _to_mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items = self.stack
        self.stack = self._marks.pop()
        return items

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module, name, /):
        if self.proto < 3 and self.fix_imports:
            if (module, name) in _new_names:
                module, name = _new_names[module, name]
            else:
                module = _new_modules.get(module, module)
        __import__(module, level=0)
        if self.proto >= 4:
            obj = sys.modules[module]
            for part in name.split('.'):
                try:
                    obj = getattr(obj, part)
                except AttributeError:
                    raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
            return obj
        return getattr(sys.modules[module], name)

    def load(self):
        self.stack = []
        self._marks = []
        self.proto = 0
        first = True
        while True:
            key = self._file.read(1)
            if not key:
                raise EOFError("Ran out of input" if first else "Ran out of input")
            first = False
            handler = _codes.get(key[0])
            if handler is None:
                shown = chr(key[0]) if 32 <= key[0] < 127 else f'\\x{key[0]:02x}'
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            if handler is _stop:
                return self._pop()
            handler(self)


_codes = {}


def _code(code):
    def register(func):
        _codes[code[0]] = func
        return func
    return register


@_code(b'.')
def _stop(self):
    pass


@_code(b'\x80')
def _(self):
    proto = self._read(1)[0]
    if proto > HIGHEST_PROTOCOL:
        raise ValueError("unsupported pickle protocol: %d" % proto)
    self.proto = proto


@_code(b'\x95')
def _(self):
    self._number(8)


def _pushing(code, make):
    def load(self):
        # Making it may change which stack is the current one.
        value = make(self)
        self.stack.append(value)
    _codes[code[0]] = load


def _unescape(data):
    text = data.decode('latin1')
    if '\\' not in text:
        return text
    import re
    return re.sub(r'\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})', lambda m: chr(int(m[1] or m[2], 16)), text)


def _old_int(self):
    data = self._line()
    return data == b'01' if data in (b'00', b'01') else int(data)


def _old_long(self):
    data = self._line()
    return int(data[:-1] if data[-1:] == b'L' else data)


def _unquote(data):
    import ast
    return ast.literal_eval('b' + data.decode('latin1')).decode('latin1')


for _key, _make in {
    b'N': lambda self: None, b'\x88': lambda self: True, b'\x89': lambda self: False, b'I': _old_int,
    b'K': lambda self: self._number(1), b'M': lambda self: self._number(2),
    b'J': lambda self: decode_long(self._read(4)), b'L': _old_long,
    b'\x8a': lambda self: decode_long(self._read(self._number(1))),
    b'\x8b': lambda self: decode_long(self._read(self._number(4))),
    b'F': lambda self: float(self._line()), b'G': lambda self: struct.unpack('>d', self._read(8))[0],
    b'C': lambda self: self._read(self._number(1)), b'B': lambda self: self._read(self._number(4)),
    b'\x8e': lambda self: self._read(self._number(8)), b'\x96': lambda self: bytearray(self._read(self._number(8))),
    b'V': lambda self: _unescape(self._line()), b'S': lambda self: _unquote(self._line()),
    b'X': lambda self: self._read(self._number(4)).decode('utf-8', 'surrogatepass'),
    b'\x8c': lambda self: self._read(self._number(1)).decode('utf-8', 'surrogatepass'),
    b'\x8d': lambda self: self._read(self._number(8)).decode('utf-8', 'surrogatepass'),
    b']': lambda self: [], b'}': lambda self: {}, b')': lambda self: (), b'\x8f': lambda self: set(),
    b't': lambda self: tuple(self._to_mark()), b'l': lambda self: list(self._to_mark()),
    b'\x91': lambda self: frozenset(self._to_mark()),
    b'g': lambda self: self.memo[int(self._line())], b'h': lambda self: self.memo[self._number(1)],
    b'j': lambda self: self.memo[self._number(4)], b'2': lambda self: self.stack[-1],
    b'P': lambda self: self.persistent_load(self._line().decode('ascii')),
    b'Q': lambda self: self.persistent_load(self._pop()),
    b'c': lambda self: self.find_class(self._line().decode(), self._line().decode()),
}.items():
    _pushing(_key, _make)


@_code(b'(')
def _(self):
    self._marks.append(self.stack)
    self.stack = []


@_code(b'0')
def _(self):
    if self.stack:
        self.stack.pop()
    else:
        self._to_mark()


@_code(b'1')
def _(self):
    self._to_mark()


@_code(b'd')
def _(self):
    items = self._to_mark()
    self.stack.append(dict(zip(items[::2], items[1::2])))


def _tuple_of(n):
    def load(self):
        items = [self._pop() for _ in range(n)]
        self.stack.append(tuple(reversed(items)))
    return load


_codes[0x85], _codes[0x86], _codes[0x87] = map(_tuple_of, (1, 2, 3))


@_code(b'\x93')
def _(self):
    name = self._pop()
    module = self._pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError("STACK_GLOBAL requires str")
    self.stack.append(self.find_class(module, name))


@_code(b'R')
def _(self):
    args = self._pop()
    func = self._pop()
    self.stack.append(func(*args))


@_code(b'\x81')
def _(self):
    args = self._pop()
    cls = self._pop()
    self.stack.append(cls.__new__(cls, *args))


@_code(b'\x92')
def _(self):
    kwargs = self._pop()
    args = self._pop()
    cls = self._pop()
    self.stack.append(cls.__new__(cls, *args, **kwargs))


@_code(b'a')
def _(self):
    value = self._pop()
    self.stack[-1].append(value)


@_code(b'e')
def _(self):
    items = self._to_mark()
    target = self.stack[-1]
    if hasattr(target, 'extend'):
        target.extend(items)
    else:
        for each in items:
            target.append(each)


@_code(b's')
def _(self):
    value = self._pop()
    key = self._pop()
    self.stack[-1][key] = value


@_code(b'u')
def _(self):
    items = self._to_mark()
    target = self.stack[-1]
    for i in range(0, len(items), 2):
        target[items[i]] = items[i + 1]


@_code(b'\x90')
def _(self):
    items = self._to_mark()
    target = self.stack[-1]
    if isinstance(target, set):
        target.update(items)
    else:
        for each in items:
            target.add(each)


@_code(b'b')
def _(self):
    state = self._pop()
    obj = self.stack[-1]
    setstate = getattr(obj, '__setstate__', None)
    if setstate is not None:
        setstate(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        space = obj.__dict__
        for key, value in state.items():
            space[sys.intern(key) if type(key) is str else key] = value
    for key, value in (slots or {}).items():
        setattr(obj, key, value)


@_code(b'\x94')
def _(self):
    self.memo[len(self.memo)] = self.stack[-1]


@_code(b'p')
def _(self):
    self.memo[int(self._line())] = self.stack[-1]


@_code(b'q')
def _(self):
    self.memo[self._number(1)] = self.stack[-1]


@_code(b'r')
def _(self):
    self.memo[self._number(4)] = self.stack[-1]


del _key, _make, _, _tuple_of, _pushing, _code


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


# CPython's names for the one in Python; here there is no other.
_Pickler, _Unpickler = Pickler, Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads
`
