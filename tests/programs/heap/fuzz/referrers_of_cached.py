"""What a bounded cache keeps is held by the cached function itself, as far as the collector knows."""
import gc, functools
class Class1:
    pass
@functools.lru_cache(maxsize=2)
def cached1(p):
    return [p]
o1 = Class1()
gc.collect()
cached1(o1)
print([type(x).__name__ for x in gc.get_referrers(o1)])
for i in range(5):
    cached1((i, o1))
o1.me = cached1
del cached1
print(gc.is_tracked(o1))
