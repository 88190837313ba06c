import gc
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, hasattr(self, "link"))
gc.collect()
a, b, c = N("a"), N("b"), N("c")
a.link, b.link, c.link = b, c, a
del a, b, c
print(gc.collect(), gc.garbage)
x = N("x")
x.link = x
x.leaf = N("leaf")
del x
print("leaf is held")
print(gc.collect())
outer = N("outer")
outer.link = [N("in list"), outer]
del outer
print(gc.collect())
y = N("created first")
z = N("created second")
z.link, y.link = y, z
del z, y
print(gc.collect())
l = []
for i in range(4):
    n = N(i)
    n.link = n
    l.append(n)
del n
l.reverse()
l.clear()
print(gc.collect())
print(gc.collect(), len(gc.garbage))
