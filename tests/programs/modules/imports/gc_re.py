import gc, re

print(gc.collect())
