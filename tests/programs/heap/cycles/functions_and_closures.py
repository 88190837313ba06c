import gc
from functools import partial
gc.collect()
def recursive_inner():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact(5)
print(recursive_inner(), gc.collect())
def mutual():
    def even(n): return n == 0 or odd(n - 1)
    def odd(n): return n != 0 and even(n - 1)
    return even(10)
print(mutual(), gc.collect())
def holds_itself():
    def f(): pass
    f.me = f
holds_itself()
print(gc.collect())
def default_cycle():
    l = []
    def f(x=l): pass
    l.append(f)
default_cycle()
print(gc.collect())
def lambda_cycle():
    f = lambda: f
lambda_cycle()
print(gc.collect())
def no_cycle():
    x = []
    return lambda: x
no_cycle()
print(gc.collect())
class C:
    def __init__(self):
        self.cb = self.method
    def method(self): pass
C()
print(gc.collect())
class D:
    def __init__(self):
        self.cb = lambda: self
D()
print(gc.collect())
def object_with_closure():
    o = C.__new__(C)
    o.get = lambda: o
object_with_closure()
print(gc.collect())
def partial_cycle():
    l = []
    l.append(partial(print, l))
partial_cycle()
print(gc.collect())
