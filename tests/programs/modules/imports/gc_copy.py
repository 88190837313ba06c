import gc, copy

print(gc.collect())
