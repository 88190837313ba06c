import gc
gc.collect()
class Outer:
    def __init__(self): self.me = self
    def __del__(self):
        print("outer del")
        l = []
        l.append(l)
        del l
        print("inner collect", gc.collect())
Outer()
print(gc.collect())
print(gc.collect())
class Maker:
    made = 0
    def __init__(self): self.me = self
    def __del__(self):
        if Maker.made < 3:
            Maker.made += 1
            print("making", Maker.made)
            Maker()
Maker()
for _ in range(5):
    print(gc.collect())
