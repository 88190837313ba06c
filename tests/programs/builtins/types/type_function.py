print(type(1), type("a"), type([]), type(None), type(type), type(len), type(lambda: 0), type(print), type(range(1)), type(...), type(NotImplemented))
C = type("C", (), {"x": 1, "m": lambda self: self.x})
D = type("D", (C,), {})
print(C, C.__name__, C().m(), D.__mro__, D.__bases__, D().m(), type(D()) is D, C.__qualname__, C.__module__)
for bad in (lambda: type("E", (5,), {}), lambda: type(1, 2), lambda: type("E", [], {}), lambda: type(5, (), {}), lambda: type("E", (), 5), lambda: type("a\0b", (), {})):
    try: bad()
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
D.__name__ = "Renamed"
print(D, D())if False else print(D.__name__, D.__qualname__)
try:
    int.__name__ = "x"
except TypeError as error:
    print(error)
try:
    D.__name__ = 5
except TypeError as error:
    print(error)
class E: pass
e = E()
e.__class__ = C
print(type(e).__name__, e.x)
try:
    e.__class__ = int
except TypeError as error:
    print(error)
try:
    e.__class__ = 5
except TypeError as error:
    print(error)
print(type.__call__(C).x, type.mro(D)[0] is D, C.__subclasses__(), object.__subclasshook__ is not None)
import types
print(isinstance(C.m, types.FunctionType), isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), types.NoneType is type(None))
