import gc
print("first", gc.collect())
print("second", gc.collect())
print(gc.collect(0), gc.collect(1), gc.collect(2))
