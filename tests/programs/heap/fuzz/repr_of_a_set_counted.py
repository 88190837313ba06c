import gc
print()
print()
gc.disable()
gc.collect()
bag = {1}
before = gc.get_count()[0]
text = repr(bag)
print(gc.get_count()[0] - before)
