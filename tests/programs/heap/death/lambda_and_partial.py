from functools import partial
class R:
    def __init__(self, n): self.n = n
    def m(self, *a): return self.n
    def __del__(self): print("del", self.n)
f = (lambda r: lambda: r.n)(R("closed"))
print(f())
f = None
p = partial(R("partial self").m, R("partial arg"))
print(p())
del p
print("--")
fs = [lambda r=R(i): r.n for i in range(3)]
print([g() for g in fs])
del fs
print("--")
m = R("method").m
print(m())
m = R("second").m
print(m())
m = None
k = sorted([R(2), R(1)], key=R.m)
print([x.n for x in k])
k.clear()
