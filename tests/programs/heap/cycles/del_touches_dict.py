import gc
gc.collect()
class N:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        print("del", self.n, sorted(k for k in vars(self)))
N("a")
print(gc.collect())
print(gc.collect())
class M:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        print("del", self.n)
        self.extra = 1
        self.me = None
M("b")
print(gc.collect())
print(gc.collect())
