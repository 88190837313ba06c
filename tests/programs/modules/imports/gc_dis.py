import gc, dis

print(gc.collect())
