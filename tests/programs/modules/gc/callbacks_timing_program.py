import gc, sys
events = []
def on_gc(phase, info): events.append((phase, info["generation"]))
gc.callbacks.append(on_gc)
gc.collect(0); gc.collect(1); gc.collect(2)
gc.callbacks.clear()
print(events)
print(gc.get_count() == gc.get_count(), len(gc.get_threshold()), gc.isenabled())
class Leak: pass
for i in range(3):
    l = Leak(); l.self = l
del l
found = [o for o in gc.get_objects() if isinstance(o, Leak)]
print(len(found), [len([r for r in gc.get_referrers(o) if r is o]) for o in found], sys.getrefcount(found[0]))
del found
gc.collect()
print(sum(isinstance(o, Leak) for o in gc.get_objects()))
