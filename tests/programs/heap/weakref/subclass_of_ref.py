import weakref
class Counted(weakref.ref):
    made = 0
    def __new__(cls, obj, callback=None, name=""):
        Counted.made += 1
        return super().__new__(cls, obj, callback)
    def __init__(self, obj, callback=None, name="unnamed"):
        super().__init__(obj, callback)
        self.name = name
        self.calls = 0
    def __call__(self):
        self.calls += 1
        return super().__call__()
class C: pass
c = C()
a = Counted(c, name="a")
b = Counted(c, name="b")
print(a() is c, a.calls, a.name, a is b, a == b, Counted.made, weakref.getweakrefcount(c), isinstance(a, weakref.ref))
plain = weakref.ref(c)
print(plain is weakref.ref(c), plain is a, plain == a)
def cb(r): print("callback", r.name, type(r).__name__)
d = Counted(c, cb, "d")
del c
print(a(), a.calls, d.name)
class Slotted(weakref.ref):
    __slots__ = ("key",)
    def __new__(cls, o, key):
        self = super().__new__(cls, o)
        self.key = key
        return self
    def __init__(self, o, key):
        super().__init__(o)
e = C()
s = Slotted(e, "k")
print(s.key, s() is e, hasattr(s, "__dict__"))
class Truthy(weakref.ref):
    def __bool__(self): return self() is not None
t = Truthy(e)
print(bool(t))
del e
print(bool(t), s())
