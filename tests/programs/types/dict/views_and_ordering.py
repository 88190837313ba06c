d = {"b": 1, "a": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), list(reversed(k)), "a" in k, 3 in v, ("a", 2) in i, k == {"a", "b", "c"}, sorted(k | {"z"}), sorted(k & {"a"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k.isdisjoint({"z"}), i >= {("a", 2)})
d["b"] = 10
print(list(d)); del d["b"]; d["b"] = 1; print(list(d), d.popitem(), next(iter(d)), next(reversed(d)))
print(k.mapping["a"], type(k).__name__, type(iter(k)).__name__, repr({}.keys()), d | {"a": 5}, {"x": 0} | d, dict(d, z=9), dict(zip("xy", [1, 2])), {**d, **{"a": 0}})
try:
    v[0]
except TypeError as error:
    print(error)
try:
    {[]: 1} | d
except TypeError as error:
    print(error)
print({1: "a", True: "b", 1.0: "c"}, {0: "z", False: "f"}, {"a": 1} == {"a": 1.0}, {(1, 2): 3}[(1, 2)], {None: 0, ...: 1})
nested = {"l": [1, {"k": (2,)}]}
nested["l"][1]["k"] += (3,)
print(nested, nested.get("q", {}).get("r", "deep default"), [f"{k}={v}" for k, v in {"x": 1}.items()])
inv = {}
for key, val in {"a": 1, "b": 2, "c": 1}.items(): inv.setdefault(val, []).append(key)
print(inv, max(inv, key=lambda q: len(inv[q])), sum({1: 2, 3: 4}.values()))
big = {n: n * n for n in range(1000)}
for n in range(0, 1000, 2): del big[n]
print(len(big), list(big)[:3], list(big)[-1], 501 in big, 500 in big)
