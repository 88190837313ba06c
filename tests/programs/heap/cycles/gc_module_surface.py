import gc
names = "collect enable disable isenabled get_objects get_referrers get_referents get_count get_threshold set_threshold get_stats is_tracked is_finalized callbacks garbage freeze unfreeze get_freeze_count set_debug get_debug".split()
print([n for n in names if not hasattr(gc, n)])
print(gc.__name__, type(gc.collect).__name__, gc.garbage, gc.callbacks)
print(gc.enable(), gc.disable(), gc.enable(), gc.freeze(), gc.unfreeze(), gc.set_threshold(700), gc.set_debug(0))
for call in (lambda: gc.collect(1, 2), lambda: gc.is_tracked(), lambda: gc.isenabled(1), lambda: gc.get_count(0), lambda: gc.collect(gen=1), lambda: gc.collect(1.5)):
    try:
        call()
    except TypeError as error:
        print(error)
print(gc.collect(True) >= 0, gc.collect(False) >= 0)
try:
    gc.nothing
except AttributeError as error:
    print(error)
