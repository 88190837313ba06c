import sys
v = []
d = {}
g = sys.getrefcount
print(g(v))
d.setdefault("a", v); print(g(v))
d.setdefault("a", v); print(g(v))
d.get("a"); print(g(v))
x = d.get("a"); print(g(v))
del x
d.pop("a"); print(g(v))
d["a"] = v; d["a"] = v; print(g(v))
d.update(b=v); print(g(v))
d.update({"b": v}); print(g(v))
e = d.copy(); print(g(v))
e |= d; print(g(v))
del e; print(g(v))
k = list(d.values()); print(g(v))
k *= 2; print(g(v))
k[1:3] = []; print(g(v))
del k
d.popitem(); print(g(v))
d = {**d, "z": v}; print(g(v))
d = {n: q for n, q in d.items()}; print(g(v))
d.clear(); print(g(v))
s = set(); t = (v,)
s.add(id(v)); print(g(v))
l = [v]; l.extend(l); print(g(v)); l.insert(0, v); print(g(v)); l.remove(v); print(g(v)); l.reverse(); l.sort(key=id); print(g(v)); l2 = l + l; print(g(v)); del l, l2, t; print(g(v))
