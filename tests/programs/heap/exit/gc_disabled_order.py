import gc
gc.disable()
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
items = [R("l0"), R("l1")]
x = R("x")
pair = (R("t0"), R("t1"))
table = {1: R("d1"), 2: R("d2")}
y = R("y")
print("end")
