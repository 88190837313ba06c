import gc, functools
print()
print()
@functools.lru_cache(maxsize=2)
def cached(p):
    pass
gc.collect()
n = gc.get_count()[0]
cached(1)
print(gc.get_count()[0] - n)
cached(2)
print(gc.get_count()[0] - n)
