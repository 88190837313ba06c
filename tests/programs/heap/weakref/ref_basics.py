import weakref, sys
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C({self.n})"
c = C(1)
before = sys.getrefcount(c)
r = weakref.ref(c)
print(sys.getrefcount(c) - before, r() is c, r(), r().n)
del c
print(r(), r() is None)
d = C(2)
r = weakref.ref(d)
strong = r()
del d
print(r())
del strong
print(r())
print(weakref.ref(C(3))())
try:
    weakref.ref(C(4))().n
except AttributeError as error:
    print(error)
def f():
    x = C(5)
    return weakref.ref(x)
print(f()())
x = C(6)
r1, r2 = weakref.ref(x), weakref.ref(x)
print(r1 is r2, weakref.getweakrefcount(x), weakref.getweakrefs(x) == [r1])
r3 = weakref.ref(x, print)
print(r1 is r3, weakref.getweakrefcount(x), len(weakref.getweakrefs(x)))
print(type(r1).__name__, type(r1) is weakref.ref, weakref.ReferenceType is weakref.ref, callable(r1))
del r1, r2
print(weakref.getweakrefcount(x))
r3 = None
print(weakref.getweakrefcount(x))
x = None
if (obj := r()) is not None:
    print("alive")
else:
    print("dead")
