class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class Keep:
    def __init__(self, a, b=None):
        self.a = a
        print("init", a.n, b and b.n)
Keep(R("a"), R("b"))
print("--")
k = Keep(R("a"), b=R("b"))
print("made")
k.__init__(R("again"))
print("re-init")
del k
class Bad:
    def __init__(self, x): raise ValueError(x.n)
try:
    Bad(R("bad"))
except ValueError as e:
    print("caught", e)
print("--")
class New:
    def __new__(cls, x):
        print("new", x.n)
        return super().__new__(cls)
New(R("new arg"))
class Call:
    def __call__(self, x): print("call", x.n); return x
Call()(R("called"))
print("--")
class Item:
    def __getitem__(self, k): print("getitem", k.n); return R("result")
    def __setitem__(self, k, v): print("setitem", k.n, v.n)
    def __contains__(self, k): print("contains", k.n); return True
Item()[R("key")]
Item()[R("k2")] = R("v2")
R("in") in Item()
print("--")
class Op:
    def __add__(self, o): print("add", o.n); return R("sum")
Op() + R("operand")
print("end")
