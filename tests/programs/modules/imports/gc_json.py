import gc, json

print(gc.collect())
