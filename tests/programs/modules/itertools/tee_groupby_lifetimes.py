from itertools import *
class R:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"R{self.n}"
    def __del__(self): print("del", self.n)
a, b = tee(R(i) for i in range(3))
print(next(a), next(a))
print(next(b))
del a
print("a gone")
del b
print("--")
for k, g in groupby([R(1), R(1), R(2)], key=lambda r: r.n):
    print(k, list(g))
del g
print("--")
c = cycle([R("c")])
next(c); next(c)
del c
print("--")
for pair in pairwise(R(i) for i in range(3)): print(pair)
del pair
print("--")
print(next(islice((R(i) for i in range(5)), 2, None)))
print("--")
ch = chain([R("x")], [R("y")])
next(ch)
del ch
print("--")
print(len(list(combinations([R(0), R(1), R(2)], 2))))
print("end")
