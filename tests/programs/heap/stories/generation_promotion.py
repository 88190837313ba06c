import gc
class T: pass
def where(obj):
    for g in range(3):
        if any(o is obj for o in gc.get_objects(generation=g)):
            return g
gc.disable()
gc.collect()
t = T()
print(where(t))
gc.collect(0)
print(where(t))
gc.collect(1)
print(where(t))
gc.collect(2)
print(where(t))
u = T()
gc.collect()
print(where(u), where(t))
l = []
print(where(l), where("string"), where(5), where(T), where(gc))
l.append(l)
gc.collect(0); gc.collect(1)
del l
print(gc.collect(0), gc.collect(1), gc.collect(2))
