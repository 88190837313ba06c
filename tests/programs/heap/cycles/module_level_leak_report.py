import gc
from collections import Counter
gc.collect()
gc.disable()
class Cat: pass
class Dog: pass
def litter(kind, n):
    for _ in range(n):
        x = kind()
        x.me = x
litter(Cat, 3)
litter(Dog, 2)
census = Counter(type(o).__name__ for o in gc.get_objects() if type(o) in (Cat, Dog))
print(sorted(census.items()))
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.collect())
print(Counter(type(o).__name__ for o in gc.garbage))
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), sum(type(o) in (Cat, Dog) for o in gc.get_objects()))
