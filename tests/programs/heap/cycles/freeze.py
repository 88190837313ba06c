import gc
gc.collect()
print(gc.get_freeze_count())
class C: pass
c = C()
c.me = c
keep = [C() for _ in range(5)]
gc.freeze()
print(gc.get_freeze_count() > 5, len([o for o in gc.get_objects() if type(o) is C]))
del c
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count())
print(gc.collect())
print(len([o for o in gc.get_objects(generation=2) if type(o) is C]))
gc.freeze()
keep.clear()
print(len([o for o in gc.get_objects() if type(o) is C]))
gc.unfreeze()
