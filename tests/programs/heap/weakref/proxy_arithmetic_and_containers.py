import weakref
class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Num(self.v + (o.v if isinstance(o, Num) else o))
    def __radd__(self, o): return Num(o + self.v)
    def __iadd__(self, o): self.v += o; return self
    def __neg__(self): return Num(-self.v)
    def __int__(self): return self.v
    def __index__(self): return self.v
    def __float__(self): return float(self.v)
    def __abs__(self): return abs(self.v)
    def __lt__(self, o): return self.v < o
    def __repr__(self): return f"Num({self.v})"
n = Num(5)
p = weakref.proxy(n)
print(p + 1, 1 + p, -p, int(p), float(p), abs(p), [0] * 6 != [p], range(10)[p], p < 9, str(p), f"{p}", type(p + p).__name__)
q = p
q += 3
print(n, type(q).__name__)
class Box(dict): pass
b = Box(a=1)
pb = weakref.proxy(b)
pb["b"] = 2
print(pb["a"], len(pb), "b" in pb, sorted(pb), list(pb.items()), pb == {"a": 1, "b": 2})
del pb["a"]
print(b, dict(pb), {**pb})
del b
try:
    pb["b"]
except ReferenceError as e:
    print(e)
for k in (lambda: "x" in pb, lambda: len(pb), lambda: list(pb), lambda: pb.keys()):
    try: k()
    except ReferenceError as e: print("gone")
