import gc
gc.collect()
class Probe:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, "friend" if getattr(self, "friend", None) else "alone")
class Silent: pass
s = Silent()
s.me = s
s.probe = Probe("attribute of silent")
del s
print(gc.collect())
l = [Probe("in list")]
l.append(l)
del l
print(gc.collect())
a, b = Probe("a"), Probe("b")
a.friend, b.friend = b, a
del a, b
print(gc.collect())
class Breaker:
    def __init__(self): self.me = self
    def __del__(self):
        print("breaking the cycle by hand")
        del self.me
Breaker()
print(gc.collect())
class Spreader:
    out = []
    def __init__(self):
        self.me = self
        self.cargo = Probe("cargo")
    def __del__(self):
        Spreader.out.append(self.cargo)
Spreader()
print(gc.collect(), [c.n for c in Spreader.out])
print(gc.collect())
Spreader.out.clear()
