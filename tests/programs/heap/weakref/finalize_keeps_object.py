import weakref, gc
class C:
    def __init__(self, n): self.n = n
    def close(self): print("close", self.n)
    def __del__(self): print("del", self.n)
c = C(1)
r = weakref.ref(c)
weakref.finalize(c, c.close)
del c
gc.collect()
print("bound method keeps it:", r() is not None)
d = C(2)
rd = weakref.ref(d)
weakref.finalize(d, lambda: print("closure over", "d" in globals()))
del d
print("global name only:", rd())
def make():
    e = C(3)
    f = weakref.finalize(e, lambda: e.close())
    return weakref.ref(e)
re = make()
gc.collect()
print("closure keeps it:", re() is not None)
class Good:
    def __init__(self, name):
        self.name = name
        self._f = weakref.finalize(self, Good._close, name)
    @staticmethod
    def _close(name): print("closed", name)
    def close(self): self._f()
    @property
    def closed(self): return not self._f.alive
g = Good("g")
print(g.closed)
g.close()
print(g.closed)
del g
h = Good("h")
del h
print("end")
