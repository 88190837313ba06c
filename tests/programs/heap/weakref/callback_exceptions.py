import weakref
class C: pass
def bad(ref):
    raise ValueError("in callback")
c = C()
r = weakref.ref(c, bad)
del c
print("continues")
c = C()
r1 = weakref.ref(c, lambda r: print("runs too"))
r2 = weakref.ref(c, lambda r: 1 / 0)
r3 = weakref.ref(c, lambda: print("wrong arity"))
c = None
print("end")
class Callable:
    def __call__(self, ref): raise KeyError("object callback")
    def __repr__(self): return "<Callable>"
c = C()
r = weakref.ref(c, Callable())
del c
c = C()
r = weakref.ref(c, 5)
del c
try:
    c = C()
    r = weakref.ref(c, bad)
    raise RuntimeError("outer")
except RuntimeError as error:
    del c
    print("caught", error)
