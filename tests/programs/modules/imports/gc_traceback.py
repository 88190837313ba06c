import gc, traceback

print(gc.collect())
