import weakref
class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"K({self.n})"
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __hash__(self): return hash(self.n)
d = weakref.WeakKeyDictionary()
a, b = K(1), K(2)
d[a] = "one"
d[b] = ["two"]
print(len(d), d[a], d[K(2)], a in d, K(3) in d, list(d), list(d.items()), list(d.values()))
d.setdefault(a, "x"); print(d.get(K(9), "none"))
same = K(1)
d[same] = "replaced"
print(len(d), next(iter(d)) is a, d[a])
del a
print(len(d), same in d)
d[same] = "again"
print(len(d))
print([type(r).__name__ for r in d.keyrefs()])
print(d.pop(b), len(d), d.pop(K(5), None))
try:
    d[K(99)]
except KeyError as error:
    print(type(error).__name__)
for bad in ("s", 5, [], None):
    try:
        d[bad] = 1
    except TypeError as error:
        print(error)
print("s" in d, 5 in d)
d[K("temp")] = "never kept"
print(len(d))
class Owner: pass
extra = weakref.WeakKeyDictionary()
o = Owner()
extra[o] = {"meta": 1}
extra[o]["meta"] += 1
print(extra[o])
o2 = o
del o
print(len(extra))
del o2
print(len(extra))
class SelfValue: pass
s = SelfValue()
extra[s] = s
r = weakref.ref(s)
del s
print(r() is not None, "the value keeps its own key")
extra.clear()
print(r())
c = weakref.WeakKeyDictionary({same: 1})
print(c == {same: 1}, c.copy()[same], dict(c | {b: 2})[b])
print(c.popitem()[1], len(c))
