import sys
def local():
    a = []
    return sys.getrefcount(a)
print(local())
def param(x):
    return sys.getrefcount(x)
obj = object()
print(param(obj), param([]), param(object()))
def from_local():
    y = []
    return param(y)
print(from_local())
def deep(x, n):
    if n == 0:
        return sys.getrefcount(x)
    return deep(x, n - 1)
print([deep(obj, n) for n in range(4)])
def star(*args):
    return sys.getrefcount(args[0]), sys.getrefcount(args)
print(star(obj), star([]))
def kw(**kwargs):
    return sys.getrefcount(kwargs["k"]), sys.getrefcount(kwargs)
print(kw(k=obj), kw(k=[]))
def default(x=obj):
    return sys.getrefcount(x)
print(default(), sys.getrefcount(obj))
def kwonly(*, x=obj):
    return sys.getrefcount(x)
print(kwonly(), kwonly(x=[]), sys.getrefcount(obj))
def reassign(x):
    before = sys.getrefcount(x)
    x = None
    return before
print(reassign(obj), sys.getrefcount(obj))
def deleted(x):
    y = x
    n = sys.getrefcount(x)
    del y
    return n, sys.getrefcount(x)
print(deleted(obj))
print((lambda q: sys.getrefcount(q))(obj), (lambda *q: sys.getrefcount(q[0]))(obj))
