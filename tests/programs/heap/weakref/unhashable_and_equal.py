import weakref
class Unhashable:
    def __eq__(self, o): return True
u = Unhashable()
try:
    weakref.WeakKeyDictionary()[u] = 1
except TypeError as error:
    print(error)
try:
    weakref.WeakSet([u])
except TypeError as error:
    print(error)
d = weakref.WeakValueDictionary(u=u)
print(len(d))
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
a, b = Eq(1), Eq(1)
s = weakref.WeakSet([a, b])
print(len(s))
del a
print(len(s), b in s)
s.add(b)
print(len(s))
r = weakref.ref(b)
h = {r: "x"}
del b
print(r in h, h[r], list(h) == [r], weakref.ref(Eq(1)) in h)
