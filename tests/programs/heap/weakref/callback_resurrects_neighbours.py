import gc, weakref
gc.collect()
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C({self.n})"
a, b = C("a"), C("b")
a.o, b.o = b, a
rb = weakref.ref(b)
def cb(ref):
    print("callback sees b:", rb())
ra = weakref.ref(a, cb)
del a, b
print(gc.collect())
x = C("x")
others = [C("y")]
ry = weakref.ref(others[0])
def cb2(ref):
    print("clearing", ry())
    others.clear()
rx = weakref.ref(x, cb2)
del x
print(ry())
def cb3(ref):
    global newborn
    newborn = C("born in callback")
z = C("z")
rz = weakref.ref(z, cb3)
z = None
print(newborn)
w = C("w")
def cb4(ref):
    global rw2
    rw2 = weakref.ref(newborn, lambda r: print("second generation"))
rw = weakref.ref(w, cb4)
del w
del newborn
