class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a, b = R("a"), R("b")
a, b = b, a
print(a.n, b.n)
a = b
print("b twice")
a = b = None
print("--")
l = [R(0), R(1), R(2)]
l[0], l[2] = l[2], l[0]
print([r.n for r in l])
l[0] = l[1]
print("--")
l[:] = [l[1], R("new")]
print([r.n for r in l])
x, *y = l
l = None
print("still", x.n, [r.n for r in y])
del x
y = y + [R("last")]
y.sort(key=lambda r: r.n)
print([r.n for r in y])
while y: y.pop(0)
