/**
 * `ctypes`, as far as programs read reference counts with it: integers of C, at an address or not, structures of
 * them, and `py_object`; as `Lib/ctypes/__init__.py`.
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
        if self._address is None:
            return self._value
        return self._fit(read_word(self._address & ~7) >> 8 * (self._address & 7))

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
    _pointer = None

    def __init__(self, value):
        self._value = value

    @property
    def value(self):
        if self._address is not None:
            return object_at(read_word(self._address))
        return self._value if self._pointer is None else object_at(self._pointer)

    @value.setter
    def value(self, value):
        self._value = value
        self._address = self._pointer = None


class _Pointer(_CData):
    _size = 8

    @property
    def contents(self):
        return self._type_.from_address(self._pointer)

    def __getitem__(self, index):
        if not isinstance(index, int):
            raise TypeError('Pointer indices must be integer')
        part = self._type_.from_address(self._pointer + index * self._type_._size)
        return part.value if isinstance(part, _SimpleCData) else part


_pointers = {}


def POINTER(type, /):
    if type not in _pointers:
        _pointers[type] = _types.new_class(f'LP_{type.__name__}', (_Pointer,), {}, lambda names: names.update(_type_=type))
    return _pointers[type]


class _Field:
    def __init__(self, type, offset):
        self._type = type
        self.offset = offset
        self.size = type._size

    def _at(self, structure):
        if structure._address is None:
            return structure._values[self.offset]
        return self._type.from_address(structure._address + self.offset)

    def __get__(self, structure, owner=None):
        if structure is None:
            return self
        part = self._at(structure)
        return part.value if issubclass(self._type, _SimpleCData) else part

    def __set__(self, structure, value):
        self._at(structure).value = value


class _StructType(type):
    def __setattr__(cls, name, value):
        if name == '_fields_':
            cls._lay_out(value)
        super().__setattr__(name, value)

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace, **keywords)
        if '_fields_' in namespace:
            cls._lay_out(namespace['_fields_'])

    def _lay_out(cls, fields):
        end = cls._size
        names = list(cls._names)
        for name, type in fields:
            step = min(type._size, 8) or 1
            end += -end % step
            setattr(cls, name, _Field(type, end))
            names.append(name)
            end += type._size
        cls._names = tuple(names)
        cls._size = end + -end % 8 if end > 8 else end


class Structure(_CData, metaclass=_StructType):
    _size = 0
    _names = ()

    def __new__(cls, *args, **keywords):
        made = super().__new__(cls)
        made._values = {}
        for name in cls._names:
            field = getattr(cls, name)
            made._values[field.offset] = field._type.__new__(field._type)
            if issubclass(field._type, _Integer):
                made._values[field.offset].value = 0
        return made

    def __init__(self, *args, **keywords):
        if len(args) > len(self._names):
            raise TypeError('too many initializers')
        for name, value in [*zip(self._names, args), *keywords.items()]:
            setattr(self, name, value)


def sizeof(obj_or_type):
    size = getattr(obj_or_type, '_size', None)
    if size is None:
        raise TypeError('this type has no size')
    return size


def addressof(obj):
    if obj._address is None:
        raise NotImplementedError('ctypes: what is not an object of Python has no address here')
    return obj._address


def cast(obj, typ):
    address = obj if isinstance(obj, int) else obj.value
    if not isinstance(typ, type) or not issubclass(typ, (py_object, _Pointer)):
        raise TypeError('cast() argument 2 must be a pointer, not ' + getattr(typ, '__name__', repr(typ)))
    made = typ.__new__(typ)
    made._pointer = address
    return made


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


class Array(_CData):
    """The base of arrays, of which none are simulated."""
    __module__ = '_ctypes'
    __class_getitem__ = classmethod(_types.GenericAlias)

    def __init__(self, *args):
        raise TypeError("abstract class")


class LibraryLoader:
    """What would load libraries: here there is only Python's own."""

    def __init__(self, dlltype):
        self._dlltype = dlltype

    __class_getitem__ = classmethod(_types.GenericAlias)


pythonapi = PyDLL(None, {'Py_IncRef': add_reference, 'Py_DecRef': drop_reference})


def __getattr__(name):
    if name.startswith('__') and name.endswith('__'):
        raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
    raise AttributeError(f'ctypes.{name} is not simulated')
`
