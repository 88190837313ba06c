import sys
class A: pass
n = sys.getrefcount(A)
a = A()
print(sys.getrefcount(A) - n)
many = [A() for _ in range(10)]
print(sys.getrefcount(A) - n)
del many, a
print(sys.getrefcount(A) - n)
class B(A): pass
print(sys.getrefcount(A) - n)
b = B()
print(sys.getrefcount(A) - n)
del b
import gc
del B
print(gc.collect() > 0, sys.getrefcount(A) - n)
def m(self): pass
k = sys.getrefcount(m)
A.method = m
print(sys.getrefcount(m) - k)
A().method
print(sys.getrefcount(m) - k)
bound = A().method
print(sys.getrefcount(m) - k, sys.getrefcount(A) - n)
del bound
print(sys.getrefcount(m) - k, sys.getrefcount(A) - n)
del A.method
print(sys.getrefcount(m) - k)
print(sys.getrefcount(A) > 3)
ann = A
print(sys.getrefcount(A) - n)
x = [A, A, (A,)]
print(sys.getrefcount(A) - n)
isinstance(3, A)
print(sys.getrefcount(A) - n)
