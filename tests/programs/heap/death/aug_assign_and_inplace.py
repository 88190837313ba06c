class R:
    def __init__(self, n): self.n = n
    def __add__(self, o): return R(f"({self.n}+{o.n})")
    def __iadd__(self, o):
        self.n += o.n
        return self
    def __mul__(self, k): return R(self.n * k)
    def __del__(self): print("del", self.n)
a = R("a")
a += R("b")
print(a.n)
a = a + R("c")
print(a.n)
a *= 2
print(a.n)
l = [R("x")]
l[0] += R("y")
l[0] = l[0] + R("z")
print(l[0].n)
l += [R("extra")]
l *= 1
del l
print("--")
a = None
d = {"k": R("v")}
d["k"] *= 2
d |= {"k": R("new")}
del d
s = "text"
t = R("t")
t = t.n
print(t)
