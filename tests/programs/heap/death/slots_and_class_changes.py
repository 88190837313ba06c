class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class S:
    __slots__ = ("a", "b", "__dict__")
    def __del__(self): print("del S")
s = S()
s.a, s.b, s.c = R("a"), R("b"), R("c")
del s.a
s.b = R("b2")
del s
print("--")
class A:
    def __del__(self): print("A del")
class B:
    def __del__(self): print("B del")
x = A()
x.__class__ = B
del x
print("--")
class C: pass
c = C()
C.__del__ = lambda self: print("added later")
del c
c = C()
del C.__del__
del c
print("nothing")
class P:
    r = property(lambda self: R("property result"))
    @classmethod
    def make(cls): return R("classmethod result")
P().r
P.make()
class D(dict):
    def __missing__(self, k): return R(f"missing {k}")
D()["x"].n
class G:
    def __getattr__(self, name): return R(f"getattr {name}")
G().something
print("end")
