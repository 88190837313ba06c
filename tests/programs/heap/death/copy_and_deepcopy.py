import copy
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N({self.n})"
    def __del__(self): print("del", self.n)
a = [N(1), N(2)]
b = copy.copy(a)
c = copy.deepcopy(a)
c[0].n = "copy of 1"
c[1].n = "copy of 2"
del a
print("a gone")
del b
print("b gone")
c.reverse()
del c
n = N("original")
m = copy.copy(n)
m.n = "shallow"
n = None
m = None
d = {"k": N("in dict")}
e = dict(d)
d.clear()
print("still", e)
e.clear()
