import functools, gc, weakref
class Data:
    def __init__(self, n): self.n = n
    @functools.lru_cache(maxsize=None)
    def total(self): return self.n * 2
    @functools.cached_property
    def lazy(self):
        print("computing", self.n)
        return self.n * 3
    def __del__(self): print("del", self.n)
d = Data(1)
print(d.total(), d.total())
del d
gc.collect()
print("still in the cache", Data.total.cache_info().currsize)
Data.total.cache_clear()
print("cleared")
e = Data(2)
print(e.lazy, e.lazy, vars(e))
del e.lazy
print(e.lazy)
del e
print("freed at once")
r = weakref.ref(f := Data(3))
f.total()
f = None
print(r() is not None)
Data.total.cache_clear()
print(r())
