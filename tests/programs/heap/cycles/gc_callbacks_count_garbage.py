import gc
gc.collect()
total = 0
def count(phase, info):
    global total
    if phase == "stop": total += info["collected"]
gc.callbacks.append(count)
class Pair:
    def __init__(self):
        self.a = [self]
def make(n):
    for _ in range(n): Pair()
gc.disable()
make(10)
gc.collect()
print(total)
gc.enable()
total = 0
make(5000)
gc.collect()
print(total)
gc.callbacks.clear()
