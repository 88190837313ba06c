import gc
class C:
    def __init__(self): self.me = self
    def __del__(self):
        print("in del", gc.is_finalized(self))
        global kept
        kept = self
gc.collect()
c = C()
print(gc.is_finalized(c))
c = None
gc.collect()
print(gc.is_finalized(kept))
kept.me = None
del kept
print(gc.is_finalized(5), gc.is_finalized([]), gc.is_finalized("s"))
class P: pass
print(gc.is_finalized(P()))
