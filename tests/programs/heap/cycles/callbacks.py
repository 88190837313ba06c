import gc
gc.collect()
def cb(phase, info):
    print(phase, sorted(info.items()))
gc.callbacks.append(cb)
gc.collect()
l = []
l.append(l)
del l
gc.collect(0)
class C: pass
c = C()
c.c = c
del c
gc.collect(1)
gc.callbacks.remove(cb)
gc.collect()
print(gc.callbacks)
def bad(phase, info):
    raise ValueError(phase)
gc.callbacks.append(bad)
gc.collect()
gc.callbacks.clear()
print("end")
