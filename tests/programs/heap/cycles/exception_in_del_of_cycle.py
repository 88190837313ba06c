import gc
gc.collect()
class N:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        raise ValueError(self.n)
N("one")
N("two")
print(gc.collect())
print(gc.garbage)
print(gc.collect())
