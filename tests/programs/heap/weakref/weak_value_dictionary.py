import weakref
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
d = weakref.WeakValueDictionary()
a, b, c = V("a"), V("b"), V("c")
d["a"] = a
d.update(b=b, c=c)
print(len(d), sorted(d), d["a"], d.get("b"), d.get("zz"), d.get("zz", 1), "c" in d, list(d.values()), list(d.items()))
del b
print(len(d), sorted(d.keys()), "b" in d, d.get("b"))
try:
    d["b"]
except KeyError as error:
    print(repr(error))
d["temp"] = V("temp")
print("temp" in d, len(d))
print(d.pop("a"), d.pop("none", "default"), len(d), d.setdefault("c", V("x")), d.setdefault("new", a))
try:
    d.pop("nope")
except KeyError as error:
    print(repr(error))
copy = d.copy()
del c
print(dict(copy), dict(d), type(copy).__name__)
print([type(r).__name__ for r in d.valuerefs()], [r() for r in d.itervaluerefs()])
for k, v in list(d.items()):
    print(k, v)
del k, v
del a
print(len(d), bool(d), list(d))
x = V("x")
e = weakref.WeakValueDictionary({"x": x}, y=x)
print(sorted(e.items()), e == {"x": x}, isinstance(e, dict))
e["x"] = V("replaced")
print(list(e))
print(e.popitem(), len(e))
for bad in (lambda: e.__setitem__("k", 5), lambda: weakref.WeakValueDictionary(a="s"), lambda: e.popitem()):
    try:
        bad()
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
f = e | {"x": x}
print(type(f).__name__, f["x"] is x)
f |= {"z": x}
print(sorted(f))
f.clear()
print(len(f))
