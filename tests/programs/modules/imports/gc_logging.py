import gc, logging

print(gc.collect())
