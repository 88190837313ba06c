import gc, weakref
gc.collect()
saved = []
class C:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        print("del", self.n)
        saved.append(self)
c = C(1)
r = weakref.ref(c)
rc = weakref.ref(c, lambda ref: print("callback"))
f = weakref.finalize(c, print, "finalize")
del c
print(gc.collect())
print(r(), rc(), f.alive, saved[0].n)
r2 = weakref.ref(saved[0])
print(r2() is saved[0])
saved.clear()
print(gc.collect(), r2())
class D:
    def __del__(self):
        print("D del")
        saved.append(self)
d = D()
r = weakref.ref(d)
rc = weakref.ref(d, lambda ref: print("D callback"))
del d
print(r() is saved[0], rc() is saved[0])
saved.clear()
print(r(), rc())
