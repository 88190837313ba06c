import sys
class Key: pass
k = Key()
d = {}
d[k] = 1
print(sys.getrefcount(k))
d[k] = 2
print(sys.getrefcount(k))
for key in d:
    print(sys.getrefcount(k))
del key
for key, value in d.items():
    print(sys.getrefcount(k))
del key, value
keys = d.keys()
print(sys.getrefcount(d), sys.getrefcount(k))
items = list(d.items())
print(sys.getrefcount(k))
del items, keys
v = []
d["v"] = v
print(sys.getrefcount(v), d["v"] is v, sys.getrefcount(v))
print(d.get("v") is v, d.setdefault("v", None) is v, sys.getrefcount(v))
w = d.pop("v")
print(sys.getrefcount(v))
del w
s = "".join(["some", "-", "string"])
n = sys.getrefcount(s)
d[s] = s
print(sys.getrefcount(s) - n)
d2 = d.copy()
print(sys.getrefcount(s) - n, sys.getrefcount(k))
d2.clear()
print(sys.getrefcount(s) - n, sys.getrefcount(k))
e = {**d}
print(sys.getrefcount(k))
e.popitem(); e.popitem()
print(sys.getrefcount(k), d.items() == {k: 2, s: s}.items(), sys.getrefcount(k))
