import gc
gc.disable()
class N:
    def __init__(self): self.me = self
    def __del__(self): print("del")
print(gc.isenabled())
for _ in range(3): N()
print("alive", sum(type(o) is N for o in gc.get_objects()))
gc.enable()
print(gc.isenabled())
print("by hand")
print(gc.collect() >= 3)
gc.disable()
N()
print("until exit")
