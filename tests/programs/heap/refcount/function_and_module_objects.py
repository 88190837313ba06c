import sys, math
def f(): pass
print(sys.getrefcount(f))
g = f
print(sys.getrefcount(f))
fs = [f, g]
print(sys.getrefcount(f))
del g, fs
def outer():
    def inner(): pass
    return sys.getrefcount(inner), inner
n, i = outer()
print(n, sys.getrefcount(i))
n = sys.getrefcount(math)
m2 = math
print(sys.getrefcount(math) - n)
import math as m3
print(sys.getrefcount(math) - n)
del m2, m3
print(sys.getrefcount(math) - n)
class C:
    def meth(self): pass
print(sys.getrefcount(C.meth), sys.getrefcount(C().meth), sys.getrefcount(C.__dict__["meth"]))
p = C().meth
print(sys.getrefcount(p), sys.getrefcount(p.__self__), sys.getrefcount(p.__func__))
