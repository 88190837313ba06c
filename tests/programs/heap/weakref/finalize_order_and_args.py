import weakref
class Obj: pass
order = []
o = Obj()
for i in range(3):
    weakref.finalize(o, order.append, i)
f = weakref.finalize(o, lambda *a, **k: order.append((a, k)), 1, 2, x=3)
del o
print(order)
import functools
class Temp:
    def __init__(self, name):
        self.name = name
        print("make", name)
        self._f = weakref.finalize(self, self._rm, name)
    @classmethod
    def _rm(cls, name): print("remove", name)
    def remove(self): self._f()
    @property
    def removed(self): return not self._f.alive
    def __enter__(self): return self
    def __exit__(self, *a): self.remove()
with Temp("with") as t:
    print(t.removed)
print(t.removed)
t = Temp("dropped")
t = Temp("replacement")
u = Temp("by exit")
del t
print(u._f.peek()[1].__name__, u._f.peek()[2:])
print("end")
