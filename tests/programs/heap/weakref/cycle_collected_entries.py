import gc, weakref
gc.collect()
class V:
    def __init__(self, n):
        self.n = n
        self.me = self
values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
members = weakref.WeakSet()
for i in range(3):
    v = V(i)
    values[i] = v
    keys[v] = i
    members.add(v)
del v
print(len(values), len(keys), len(members))
print(gc.collect())
print(len(values), len(keys), len(members))
a, b = V("a"), V("b")
a.o, b.o = b, a
values["a"], values["b"] = a, b
ra = weakref.ref(a, lambda r: print("callback", sorted(values)))
del a
print(sorted(values), gc.collect())
del b
print(gc.collect(), sorted(values))
