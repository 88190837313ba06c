import gc
gc.collect()
class Leaky: pass
gc.set_debug(gc.DEBUG_COLLECTABLE)
a = Leaky()
a.me = a
del a
print(gc.collect())
l = []
l.append(l)
del l
print(gc.collect())
gc.set_debug(0)
print(gc.garbage)
