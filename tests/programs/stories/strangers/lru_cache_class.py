from collections import OrderedDict
from functools import lru_cache, cached_property
import gc
import weakref


class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        if key not in self.data:
            self.misses += 1
            return default
        self.hits += 1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        while len(self.data) > self.capacity:
            old, _ = self.data.popitem(last=False)
            print("evicted", old)

    def __repr__(self):
        return f"LRU({list(self.data.items())}, hits={self.hits}, misses={self.misses})"


cache = LRU(2)
cache.put("a", 1)
cache.put("b", 2)
cache.get("a")
cache.put("c", 3)
print(cache, cache.get("b"), cache)


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())


class Leaky:
    @lru_cache
    def compute(self, x):
        return x * 2

    @cached_property
    def expensive(self):
        print("computing")
        return [1, 2, 3]


leaky = Leaky()
ref = weakref.ref(leaky)
print(leaky.compute(2), leaky.expensive, leaky.expensive is leaky.expensive)
del leaky
gc.collect()
print("alive because of the cache:", ref() is not None)
Leaky.compute.cache_clear()
print("alive after clearing:", ref() is not None)
