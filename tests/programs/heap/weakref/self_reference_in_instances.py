import weakref
class A:
    def __init__(self):
        self.myself = weakref.ref(self)
    def __del__(self): print("A del", self.myself() is self)
a = A()
print(a.myself() is a)
del a
class B:
    def __init__(self, other=None):
        self.other = weakref.ref(other) if other else None
    def __del__(self):
        o = self.other and self.other()
        print("B del", "other alive" if o else "no other")
x = B()
y = B(x)
x.other = weakref.ref(y)
del x
del y
class C:
    instances = weakref.WeakSet()
    def __init__(self, n):
        self.n = n
        C.instances.add(self)
    @classmethod
    def all(cls): return sorted(o.n for o in cls.instances)
items = [C(i) for i in range(4)]
print(C.all())
del items[1:3]
print(C.all())
items.clear()
print(C.all())
import types
class D:
    _refs = []
    def __init__(self): self._refs.append(weakref.ref(self))
    @classmethod
    def living(cls): return sum(r() is not None for r in cls._refs)
ds = [D(), D(), D()]
print(D.living())
ds.pop()
print(D.living())
