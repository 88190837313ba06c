def f(): pass
class C:
    def m(self): pass
    class Inner: pass
async_free = None
import math, sys
for v in (f, lambda: 0, C, C(), C().m, C.m, C.Inner, len, [].append, str.join, "x".join, int, type, object, ValueError, ValueError("m"), property(), staticmethod(f), classmethod(f), super(C, C()), math.sqrt, slice(1), range(2), {}.keys(), {}.values(), {}.items(), iter([]), (x for x in []), enumerate([]), zip(), map(f, []), reversed([]), type(None), NotImplemented, ..., memoryview(b""), C.__dict__["__dict__"], C.__dict__["__weakref__"], int.__add__, (1).__add__, int.__dict__["real"], str.upper, dict.fromkeys, frozenset({1}), f.__code__, f.__get__(1)):
    print(repr(v))
print([C] * 2, {"k": len}, (f.__name__,), {1: {2: [3, (4,)]}})
print(math)if False else print(type(math))
print(sys)
def outer():
    def inner(): pass
    class L: pass
    return inner, L, L()
for v in outer(): print(repr(v))
