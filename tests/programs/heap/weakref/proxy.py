import weakref
class C:
    def __init__(self, n): self.n = n
    def hello(self): return f"hello {self.n}"
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
    def __add__(self, o): return self.n + o
    def __str__(self): return "C str"
    def __eq__(self, o): return "eq"
    def __bool__(self): return False
    def __iter__(self): return iter("it")
    def __contains__(self, x): return x == "in"
    __hash__ = object.__hash__
c = C(5)
p = weakref.proxy(c)
print(p.n, p.hello(), len(p), p[4], p + 1, str(p), p == 1, bool(p), list(p), "in" in p)
p.n = 6
p.extra = "set through"
print(c.n, c.extra)
del p.extra
print(hasattr(c, "extra"), isinstance(p, C), type(p).__name__, type(p) is weakref.ProxyType, p.__class__.__name__, p is c)
print(weakref.proxy(c) is p, weakref.getweakrefcount(c))
for action in ("hash(p)", "p()", "p.missing", "p - 1", "p < 1", "{p: 1}"):
    try:
        exec(action)
    except (TypeError, AttributeError) as error:
        print(error)
del c
for action in ("p.n", "p.n = 1", "len(p)", "str(p)", "p + 1", "bool(p)", "list(p)", "p == 1", "p.hello()", "isinstance(p, C)", "del p.n", "p[0]"):
    try:
        exec(action)
        print("fine")
    except ReferenceError as error:
        print(error)
print(repr(p).split(" at ")[0])
def f(x): return x + 1
fp = weakref.proxy(f)
print(fp(1), type(fp) is weakref.CallableProxyType, weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType))
d = C(1)
q = weakref.proxy(d, lambda ref: print("proxy callback", type(ref).__name__))
q2 = weakref.proxy(d)
print(q is q2)
d = None
class Parent:
    def __init__(self): self.children = [Child(self) for _ in range(2)]
    def __del__(self): print("parent del")
class Child:
    def __init__(self, parent): self.parent = weakref.proxy(parent)
    def __del__(self): print("child del")
pa = Parent()
print(len(pa.children[0].parent.children))
del pa
