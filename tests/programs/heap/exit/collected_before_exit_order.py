import gc
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
items = [R("l0"), R("l1")]
x = R("x")
gc.collect()
late = [R("late0"), R("late1")]
z = R("z")
print("end")
