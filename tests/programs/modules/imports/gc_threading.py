import gc, threading

print(gc.collect())
