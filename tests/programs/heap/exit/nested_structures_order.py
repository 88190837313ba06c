class R:
    def __init__(self, n, child=None): self.n, self.child = n, child
    def __del__(self): print("del", self.n)
a = R("a", R("a.child", R("a.grandchild")))
b = [[R("b00"), R("b01")], [R("b10")]]
c = {"x": [R("c0")], "y": (R("c1"), R("c2"))}
d = {R("set member")}
class S:
    __slots__ = ("p", "q")
    def __del__(self): print("del slotted")
s = S()
s.p, s.q = R("s.p"), R("s.q")
print("end")
