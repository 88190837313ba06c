import gc, unittest

print(gc.collect())
