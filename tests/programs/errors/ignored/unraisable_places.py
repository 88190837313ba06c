import weakref
class A:
    def __del__(self):
        raise ValueError("in del")
class B:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.undefined)
a = A()
a = None
l = [B(1), B(2)]
l.pop()
l = None
def gen():
    try:
        yield
    finally:
        raise KeyError("in generator cleanup")
g = gen()
next(g)
del g
print("after generator")
class C: pass
c = C()
class Cb:
    def method(self, ref): raise TypeError("bound method callback")
cb = Cb()
r = weakref.ref(c, cb.method)
c = None
import functools
c = C()
r = weakref.ref(c, functools.partial(int, "zz")) if False else weakref.ref(c, len)
c = None
print("end")
