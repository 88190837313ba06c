import gc
class C: pass
class S: __slots__ = ()
class SA: __slots__ = ("a",)
class I(int): pass
class T(tuple): pass
def f(): pass
def g(): yield
values = {
    "0": 0, "'a'": "a", "1.5": 1.5, "None": None, "b''": b"x", "[]": [], "[1]": [1], "()": (), "{}": {}, "set()": set(),
    "frozenset": frozenset([1]), "object()": object(), "C()": C(), "C": C, "S()": S(), "SA()": SA(), "I(1)": I(1), "T()": T(),
    "f": f, "g()": g(), "lambda": lambda: 0, "len": len, "[].append": [].append, "C().__init__": C().__init__, "iter([])": iter([]),
    "range": range(3), "slice": slice(1), "int": int, "gc": gc, "ValueError()": ValueError(), "property": property(),
    "bytearray": bytearray(), "memoryview": memoryview(b""), "map": map(f, []), "zip": zip(), "code": f.__code__, "complex": 1j,
    "cell": (lambda x: lambda: x)(1).__closure__[0], "staticmethod": staticmethod(f), "Ellipsis": ..., "iter('')": iter("a"), "iter(range)": iter(range(2)),
    "iter({})": iter({}), "{}.keys()": {}.keys(), "mappingproxy": C.__dict__, "super": super(C, C()),
}
for name, value in values.items():
    print(name, gc.is_tracked(value))
import weakref
c = C()
print(gc.is_tracked(weakref.ref(c)), gc.is_tracked(weakref.proxy(c)), gc.is_tracked(c.__dict__))
