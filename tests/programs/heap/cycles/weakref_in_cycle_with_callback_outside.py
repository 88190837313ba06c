import gc, weakref
gc.collect()
class N:
    def __init__(self, n): self.n = n
log = []
def note(name): return lambda ref: log.append((name, ref() is None))
a, b = N("a"), N("b")
a.b, b.a = b, a
outside_a = weakref.ref(a, note("outside a"))
a.inside_b = weakref.ref(b, note("inside b"))
outside_b = weakref.ref(b, note("outside b"))
del a, b
print(gc.collect(), log)
log.clear()
c = N("c")
c.me = c
c.child = N("child")
child_ref = weakref.ref(c.child, note("child"))
c_ref = weakref.ref(c, note("c"))
del c
print(gc.collect(), log)
log.clear()
d = N("d")
d.me = d
refs = [weakref.ref(d, note(i)) for i in range(3)]
del d
print(gc.collect(), log)
