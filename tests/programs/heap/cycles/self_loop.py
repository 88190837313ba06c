import gc
gc.collect()
class Me: pass
m = Me()
m.me = m
del m
print(gc.collect())
l = []
l.append(l)
del l
print(gc.collect())
d = {}
d["d"] = d
del d
print(gc.collect())
t = ([],)
t[0].append(t)
del t
print(gc.collect())
s = Me()
s.items = [s]
del s
print(gc.collect())
s = Me()
s.map = {"self": s}
del s
print(gc.collect())
s = Me()
s.t = (s,)
del s
print(gc.collect())
def f(): pass
f.me = f
del f
print(gc.collect())
