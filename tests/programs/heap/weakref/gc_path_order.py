import gc, weakref
gc.collect()
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("  __del__", self.n, refs[self.n]() is not None)
refs = {}
def cb(r): print("  callback")
a = C("with callback")
a.me = a
refs["with callback"] = weakref.ref(a, cb)
del a
print("ref outside, callback")
print(gc.collect())
b = C("no callback")
b.me = b
refs["no callback"] = weakref.ref(b)
del b
print("ref outside, no callback")
print(gc.collect())
c = C("inside")
c.me = c
c.ref = weakref.ref(c, cb)
refs["inside"] = weakref.ref(c)
del c
print("ref in the trash")
print(gc.collect())
d, e = C("d"), C("e")
d.o, e.o = e, d
refs["d"] = weakref.ref(d, lambda r: print("  d callback", r()))
refs["e"] = weakref.ref(e, lambda r: print("  e callback", r()))
del d, e
print("pair")
print(gc.collect())
f = C("f")
f.me = f
refs["f"] = weakref.ref(f)
weakref.finalize(f, print, "  finalize f")
del f
print("finalize")
print(gc.collect())
g = C("g")
g.me = g
refs["g"] = weakref.proxy(g, lambda p: print("  proxy callback"))
refs["g"] = weakref.ref(g)
del g
print("proxy gone first")
print(gc.collect())
