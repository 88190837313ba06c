import sys
class C:
    def m(self):
        return sys.getrefcount(self)
    def both(self):
        return self.m()
    def local(self):
        me = self
        return sys.getrefcount(me)
    @classmethod
    def c(cls): return "class"
    @staticmethod
    def s(x): return sys.getrefcount(x)
c = C()
print(sys.getrefcount(c), c.m(), c.both(), c.local(), c.s(c), C.m(c), C().m(), C().both())
m = c.m
print(sys.getrefcount(c), m(), m.__self__ is c)
n = c.m
print(sys.getrefcount(c), m is n, m == n)
methods = [c.m for _ in range(3)]
print(sys.getrefcount(c))
del methods, m, n
print(sys.getrefcount(c))
l = []
append = l.append
print(sys.getrefcount(l))
append(1)
del append
print(sys.getrefcount(l))
super_like = c.__repr__
print(sys.getrefcount(c))
del super_like
print(sys.getrefcount(c))
f = C.m
print(sys.getrefcount(f))
class D:
    def __init__(self):
        self.callback = self.m
    def m(self): pass
d = D()
print(sys.getrefcount(d))
d.callback = None
print(sys.getrefcount(d))
