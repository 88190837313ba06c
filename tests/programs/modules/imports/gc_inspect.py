import gc, inspect

print(gc.collect())
