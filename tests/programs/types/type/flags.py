import types

VOLATILE = 1 << 18 | 1 << 19 | 1 << 1


class A:
    pass


class B(A):
    __slots__ = 'x'


class L(list):
    pass


class T(tuple):
    pass


class I(int):
    pass


class E(Exception):
    pass


class Meta(type):
    pass


class S:
    __slots__ = ()


for cls in (object, int, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, float, complex, type, range,
            slice, types.FunctionType, types.MethodType, types.BuiltinFunctionType, type(None), types.ModuleType,
            types.GeneratorType, types.SimpleNamespace, Exception, BaseException, property, classmethod, super,
            memoryview, types.MappingProxyType, enumerate, zip, map, types.CellType, A, B, L, T, I, E, Meta, S):
    print(cls.__name__, bin(cls.__flags__ & ~VOLATILE))
