import gc
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a, b, c = R("a"), R("b"), R("c")
gc.collect()
b = R("b2")
d = R("d")
gc.collect(0)
a = R("a2")
print("end")
