import sys
o = []
base = sys.getrefcount(o)
def d(label): print(label, sys.getrefcount(o) - base)
class A:
    x = o
    d("in class body")
    y = x
    d("two names")
    del y
d("class made")
class B(A):
    z = o
d("subclass")
B.z = None
d("replaced")
def deco(f):
    f.o = o
    return f
@deco
def g(): pass
d("decorated")
def wrap(f):
    def inner(*a): return f(*a)
    return inner
@wrap
@wrap
def h(x): return sys.getrefcount(x) - base
print("through wrappers", h(o))
def wrap_kw(f):
    def inner(*a, **k): return f(*a, **k)
    return inner
@wrap_kw
def k(x): return sys.getrefcount(x) - base
print("kw wrapper", k(o), k(x=o))
p = property(lambda self: o)
d("property with global only")
A.p = property(lambda self, o=o: o)
d("property default")
A().p
d("after access")
sm = staticmethod(lambda: o)
m = {"a": o}.get
d("bound method of dict holding it")
m("a")
d("called")
del m
d("end")
