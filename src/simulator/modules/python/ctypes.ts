/**
 * `ctypes`, as far as programs read reference counts with it: integers of C, at an address or not, and
 * `py_object`; as `Lib/ctypes/__init__.py`.
 */
export const ctypesSource = String.raw`
import types as _types
from _ctypes import add_reference, drop_reference, object_at, read_word

__version__ = '1.1.0'


class _CData:
    _address = None

    @classmethod
    def from_address(cls, address, /):
        if not isinstance(address, int):
            raise TypeError('integer expected')
        made = cls.__new__(cls)
        made._address = address
        return made


class _SimpleCData(_CData):
    def __init__(self, value=0):
        self.value = value

    def __repr__(self):
        return f'{type(self).__name__}({self.value!r})'

    def __bool__(self):
        return bool(self.value)


class _Integer(_SimpleCData):
    _size = 8
    _signed = True

    def _fit(self, value):
        bits = 8 * self._size
        value &= (1 << bits) - 1
        return value - (1 << bits) if self._signed and value >> bits - 1 else value

    @property
    def value(self):
        return self._value if self._address is None else self._fit(read_word(self._address))

    @value.setter
    def value(self, value):
        if self._address is not None:
            raise NotImplementedError('ctypes: memory cannot be written to here')
        if not isinstance(value, int):
            raise TypeError(f'{type(value).__name__!r} object cannot be interpreted as an integer')
        self._value = self._fit(value)


def _integer(name, size, signed):
    return type(name, (_Integer,), {'_size': size, '_signed': signed, '__module__': 'ctypes'})


c_byte, c_ubyte = c_int8, c_uint8 = _integer('c_byte', 1, True), _integer('c_ubyte', 1, False)
c_short, c_ushort = c_int16, c_uint16 = _integer('c_short', 2, True), _integer('c_ushort', 2, False)
c_int, c_uint = c_int32, c_uint32 = _integer('c_int', 4, True), _integer('c_uint', 4, False)
c_long, c_ulong = c_int64, c_uint64 = _integer('c_long', 8, True), _integer('c_ulong', 8, False)
c_longlong, c_ulonglong = c_ssize_t, c_size_t = c_long, c_ulong
c_void_p = _integer('c_void_p', 8, False)


class c_bool(_SimpleCData):
    _size = 1

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = bool(value)


class c_double(_SimpleCData):
    _size = 8

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = float(value)


class py_object(_SimpleCData):
    _size = 8

    def __init__(self, value):
        self._value = value

    @property
    def value(self):
        return self._value if self._address is None else object_at(self._address)

    @value.setter
    def value(self, value):
        self._value = value
        self._address = None


def sizeof(obj_or_type):
    size = getattr(obj_or_type, '_size', None)
    if size is None:
        raise TypeError('this type has no size')
    return size


def cast(obj, typ):
    return typ.from_address(obj if isinstance(obj, int) else obj.value)


class _FuncPtr:
    def __init__(self, name, function):
        self.__name__ = name
        self._function = function
        self.argtypes = None
        self.restype = c_int

    def __call__(self, argument):
        return self._function(argument.value if isinstance(argument, py_object) else argument)


class PyDLL:
    def __init__(self, name, functions):
        self._name = name
        for each, function in functions.items():
            setattr(self, each, _FuncPtr(each, function))

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        raise AttributeError(f'{name} of the Python API is not simulated')


pythonapi = PyDLL(None, {'Py_IncRef': add_reference, 'Py_DecRef': drop_reference})


def __getattr__(name):
    if name.startswith('__') and name.endswith('__'):
        raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
    raise AttributeError(f'ctypes.{name} is not simulated')
`
