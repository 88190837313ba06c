class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def make(n):
    print("make", n)
    return R(n)
make(1)
print("--")
make(2), make(3)
print("--")
x = make(4) and make(5)
print("--")
x = make(6) if make(7) else None
print("--")
make(8).n, make(9).n
print("--")
def chain(r): return r
chain(chain(make(10)))
print("--")
def swallow(*a, **k): return len(a) + len(k)
print(swallow(make(11), make(12), k=make(13)))
print("--")
[make(14)].append(make(15))
print("--")
{"a": make(16)}["a"].n
print("--")
d = {}
d[make(17).n] = make(18)
d[make(19).n] = 1
print("--")
assert make(20)
lambda: make(21)
print("--")
del d
x = None
print("end")
