import gc
def t(x): return gc.is_tracked(x)
print(t({}), t({"a": 1}), t({"a": []}), t({1: "x"}), t({(): ()}))
d = {}
d["x"] = 1
print(t(d))
d["y"] = []
print(t(d))
del d["y"]
print(t(d))
gc.collect()
print(t(d))
a = (1, 2)
b = (1, [])
c = tuple([1, "a"])
e = tuple(x for x in (1, 2))
print(t(a), t(b), t(c), t(e))
gc.collect()
print(t(a), t(b), t(c), t(e))
n = ((1, 2), (3,))
print(t(n))
gc.collect()
print(t(n), t([1]), t(set()), t({1}))
print(t(dict(a=1)), t(dict([("k", 2)])), t({k: 1 for k in "ab"}), t({k: [] for k in "ab"}), t(dict.fromkeys("ab")))
x = {"a": 1, "b": 2}
print(t(x.copy()), t({**x}), t(x | {}))
class C:
    def __init__(self): self.v = 1
o = C()
print(t(o), t(vars(o)), t(C.__dict__), t(globals()))
def kw(**k): return t(k)
print(kw(), kw(a=1), kw(a=[]))
def args(*a): return t(a)
print(args(), args(1), args([]))
