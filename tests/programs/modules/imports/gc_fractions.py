import gc, fractions

print(gc.collect())
