import gc, tracemalloc

print(gc.collect())
