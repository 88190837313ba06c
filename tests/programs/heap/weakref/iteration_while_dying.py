import weakref
class V:
    def __init__(self, n): self.n = n
vals = [V(i) for i in range(6)]
d = weakref.WeakValueDictionary((v.n, v) for v in vals)
for k in list(d):
    if k % 2:
        vals[k] = None
print(sorted(d), len(d))
seen = []
for k, v in d.items():
    seen.append(k)
    vals[k] = None
del v
print(seen, len(d), sorted(d))
k = weakref.WeakKeyDictionary()
keys = [V(i) for i in range(5)]
for x in keys: k[x] = x.n
del x
for key in k:
    keys = [q for q in keys if q is key or q.n < 3]
print(sorted(k.values()))
del key
print(sorted(k.values()))
it = iter(d.items())
print(list(it))
it = d.values()
vals = [V("new")]
d["new"] = vals[0]
print([v.n for v in it] if not hasattr(it, "__next__") else list(it) != [])
try:
    for key in d:
        d["more"] = vals[0]
except RuntimeError as error:
    print(error)
