d = {"a": 1, "b": 2}
d["c"] = 3
print(d, d["a"], d.get("z"), d.get("z", 0), len(d), "a" in d, list(d), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d.popitem(), d, d.setdefault("x", []), d.setdefault("b", 9))
d.update({"b": 20}, k=5); d.update([("m", 1)]); print(d)
d |= {"z": 26}; print(d | {"b": 0}, {**d, "y": 1})
print(dict(a=1), dict([("x", 1)]), dict({"a": 1}, b=2), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {}, dict())
e = d.copy(); e.clear(); print(d == e, e, bool(e), {1: "a"} == {1.0: "a"}, {1: "i", True: "t", 1.0: "f"})
k = d.keys(); v = d.values(); i = d.items()
print(k, v, i, len(k), "b" in k, ("b", 20) in i, k & {"b", "q"}, k - {"b"} == {"x", "k", "m", "z"}, list(reversed(d)))
d["new"] = 1
print(k)
for action in ('d["nope"]', '{}.popitem()', '{}.pop("a")', '{[]: 1}', 'd[{}]', 'dict(5)', 'dict([1])', 'dict([(1, 2, 3)])', 'd + {}', 'dict(a=1, **{"a": 2})', 'd.update(5)', 'del d["q"]', '{} < {}', 'd.keys()[0]', 'd.get()', 'hash({})'):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
try:
    for key in d: d[key + "!"] = 1
except RuntimeError as error: print(error)
d = {1: 1, 2: 2}
try:
    for key in d: del d[key]
except RuntimeError as error: print(error)
try:
    for key in d:
        del d[key]; d[key + 10] = 0
except RuntimeError as error: print(error)
s = {}; s["me"] = s; print(s)
o = {3: "c", 1: "a", 2: "b"}; del o[1]; o[1] = "again"; print(o, sorted(o), max(o), sum(o))
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): print("eq", self.n, other.n); return self.n == other.n
d = {K(1): "one", K(2): "two"}
print(d[K(2)], len(d))
print(" ".join(f"{k}={v}" for k, v in sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1])))
