import sys
o = []
def va(*args): return sys.getrefcount(args[0])
def va2(*args): return va(*args)
def kw(**k): return sys.getrefcount(k["o"])
def kw2(**k): return kw(**k)
def mixed(a, *r, k=None, **z): return sys.getrefcount(a)
print(va(o), va2(o), kw(o=o), kw2(o=o), mixed(o), mixed(o, o), mixed(o, k=o), mixed(o, z=o), mixed(*[o, o]), mixed(**{"a": o}))
class C:
    def __init__(self, o): print("init", sys.getrefcount(o))
    def __call__(self, o): return sys.getrefcount(o)
    def __getitem__(self, o): return sys.getrefcount(o)
    def __contains__(self, o): print("contains", sys.getrefcount(o)); return True
    def __eq__(self, o): print("eq", sys.getrefcount(o)); return True
    def __add__(self, o): return sys.getrefcount(o)
    def __setattr__(self, n, o): print("setattr", sys.getrefcount(o))
    def __setitem__(self, k, o): print("setitem", sys.getrefcount(o))
    def __getattr__(self, n): return sys.getrefcount(self)
    def __len__(self): print("len", sys.getrefcount(self)); return 1
    def __enter__(self): return sys.getrefcount(self)
    def __exit__(self, *a): print("exit", sys.getrefcount(self))
    def __iter__(self): print("iter", sys.getrefcount(self)); return iter([1])
    def __repr__(self): return f"repr {sys.getrefcount(self)}"
    def __hash__(self): print("hash", sys.getrefcount(self)); return 1
    def __bool__(self): print("bool", sys.getrefcount(self)); return True
c = C(o)
print(c(o), c[o], c + o, c.missing)
o in c
c == o
c.x = o
c[0] = o
len(c)
with c as n: print("with", n)
for _ in c: pass
print(c, str(c), [c])
hash(c); {c: 1}; bool(c)
if c: pass
not c
print(sys.getrefcount(o), sys.getrefcount(c))
