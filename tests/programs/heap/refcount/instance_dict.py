import sys
class C:
    def __init__(self, v):
        self.v = v
o = []
c = C(o)
print(sys.getrefcount(o))
d = c.__dict__
print(sys.getrefcount(d), sys.getrefcount(o))
print(d is c.__dict__, sys.getrefcount(d))
v = vars(c)
print(v is d, sys.getrefcount(d))
del c
print(d, sys.getrefcount(o), sys.getrefcount(d))
del d, v
print(sys.getrefcount(o))
c = C(o)
c.__dict__ = {"v": o, "w": o}
print(sys.getrefcount(o), c.w is o)
c.__dict__ = {}
print(sys.getrefcount(o))
c1, c2 = C(o), C(o)
shared = {"s": o}
c1.__dict__ = c2.__dict__ = shared
print(sys.getrefcount(shared), sys.getrefcount(o), c1.s is c2.s)
del c1
print(sys.getrefcount(shared))
del c2, shared
print(sys.getrefcount(o))
