import gc
class C:
    attr = 1
    def m(self): pass
c = C()
c.x = "value"
c.y = [1, 2]
print(gc.get_referents([1, "a", None]), gc.get_referents((1, 2)), gc.get_referents({"k": "v", 1: 2}))
print(sorted(map(str, gc.get_referents({3, 1, 2}))), gc.get_referents(5), gc.get_referents("s"), gc.get_referents())
print([r for r in gc.get_referents(c) if r is not C], C in gc.get_referents(c))
print(gc.get_referents([1], [2, 3]), gc.get_referents(iter([7])), gc.get_referents([[]])[0])
def f(a=[5]): return c
print(sorted(type(r).__name__ for r in gc.get_referents(f)))
m = c.m
print([type(r).__name__ for r in gc.get_referents(m)])
x = 10
cell = (lambda v: lambda: v)(x).__closure__[0]
print(gc.get_referents(cell))
d = vars(c)
print(sorted(type(r).__name__ for r in gc.get_referents(c)))
e = ValueError("msg", [1])
print(gc.get_referents(e))
print([type(r).__name__ for r in gc.get_referents(range(3))], gc.get_referents(slice(1, 2, 3)), gc.get_referents(property()))
print(gc.get_referents([c])[0] is c)
import weakref
print(gc.get_referents(weakref.ref(C)))
print([type(r).__name__ for r in gc.get_referents(weakref.ref(C, f))])
