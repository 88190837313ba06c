import sys
obj = []
base = sys.getrefcount(obj)
def delta(label): print(label, sys.getrefcount(obj) - base)
def outer(x):
    def inner():
        return x
    return inner
f = outer(obj)
delta("closure")
g = outer(obj)
delta("second closure")
print(sys.getrefcount(f.__closure__[0]), sys.getrefcount(f))
f()
delta("after call")
cell = f.__closure__[0]
del f
delta("function gone, cell kept")
cell.cell_contents = None
delta("cell emptied")
del cell, g
delta("end")
def with_default(x=obj): return x
delta("default")
h = lambda y=obj: y
delta("lambda default")
del with_default, h
delta("gone")
def shares(x):
    def a(): return x
    def b(): return x
    return a, b, sys.getrefcount(a.__closure__[0])
print(shares(obj)[2])
delta("both gone")
from functools import partial
p = partial(print, obj, key=obj)
delta("partial")
del p
delta("end")
def local_count():
    x = []
    def use(): return x
    return sys.getrefcount(x)
print(local_count())
def uses_global():
    return obj
print(sys.getrefcount(uses_global), sys.getrefcount(uses_global.__code__))
