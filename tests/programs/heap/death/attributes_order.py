class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class Owner:
    def __init__(self):
        self.a = R("a")
        self.b = R("b")
        self.c = R("c")
    def __del__(self): print("del owner; has", sorted(self.__dict__)) if False else print("del owner")
o = Owner()
del o
print("--")
o = Owner()
o.a = R("a2")
print("replaced")
del o.b
print("deleted b")
del o
print("-- slots")
class S:
    __slots__ = ("z", "y", "x")
    def __init__(self):
        self.x, self.y, self.z = R("x"), R("y"), R("z")
    def __del__(self): print("del slotted")
s = S()
del s
print("-- both")
class B(S):
    def __init__(self):
        super().__init__()
        self.w = R("w")
b = B()
b = None
print("-- deep")
class N:
    def __init__(self, n, child=None): self.n, self.child = n, child
    def __del__(self): print("N", self.n)
n = N(1, N(2, N(3)))
n = None
print("-- late attribute order")
class E: pass
e = E()
for k in "cab":
    setattr(e, k, R(k))
del e
print("-- dict taken")
e = E()
e.p, e.q = R("p"), R("q")
d = e.__dict__
del e
print("instance gone")
del d
