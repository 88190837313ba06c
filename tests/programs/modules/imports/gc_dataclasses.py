import gc, dataclasses

print(gc.collect())
