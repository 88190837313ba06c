import gc
saved = []
class N:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        print("del", self.n)
        saved.append(self)
gc.collect()
N(1)
print(gc.collect())
print(saved[0].n, gc.is_finalized(saved[0]))
print(gc.collect())
saved.clear()
print(gc.collect(), saved)
class Pair:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        if self.n == "b":
            saved.append(self)
a, b = Pair("a"), Pair("b")
a.o, b.o = b, a
del a, b
print(gc.collect())
print([p.n for p in saved], saved[0].o.n, saved[0].o.o is saved[0])
saved.clear()
print("cleared")
print(gc.collect())
c = Pair("c")
c.o = Pair("b")
c.o.o = c
e = Pair("e")
e.o = e
del c, e
print(gc.collect())
print(len(saved))
saved.clear()
print(gc.collect())
