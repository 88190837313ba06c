import gc, pickle

print(gc.collect())
