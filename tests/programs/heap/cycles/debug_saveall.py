import gc
gc.collect()
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C{self.n}"
print(gc.get_debug(), gc.DEBUG_SAVEALL, gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_LEAK)
gc.set_debug(gc.DEBUG_SAVEALL)
a, b = C(1), C(2)
a.o, b.o = b, a
del a, b
print(gc.collect(), gc.garbage)
print([o.o for o in gc.garbage])
l = [1]
l.append(l)
del l
print(gc.collect(), len(gc.garbage), type(gc.garbage[-1]).__name__)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)
class D:
    def __init__(self): self.me = self
    def __del__(self): print("del D")
gc.set_debug(gc.DEBUG_SAVEALL)
D()
print(gc.collect())
print(len(gc.garbage), type(gc.garbage[0]).__name__)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
try:
    gc.set_debug("x")
except TypeError as error:
    print(error)
