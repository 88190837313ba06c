from collections import defaultdict
class V:
    def __init__(self, n="auto"): self.n = n
    def __repr__(self): return f"V({self.n})"
    def __del__(self): print("del", self.n)
d = defaultdict(V)
d["a"].n = "a"
d["b"].n = "b"
print(dict(d))
del d["a"]
d["b"] = V("b2")
d.pop("b")
d["c"]
d.clear()
def group(pairs):
    g = defaultdict(list)
    for k, v in pairs:
        g[k].append(v)
    return g
g = group([("x", V(1)), ("y", V(2)), ("x", V(3))])
print(sorted(g))
del g["x"]
print("x gone")
g = None
