"""How objects move through the collector's generations."""
import gc


class Item:
    def __init__(self, n):
        self.n = n


def generation_of(obj):
    for generation in range(3):
        if any(o is obj for o in gc.get_objects(generation=generation)):
            return generation
    return None


def histogram():
    counts = [0, 0, 0]
    for generation in range(3):
        counts[generation] = sum(type(o) is Item for o in gc.get_objects(generation=generation))
    return counts


log = []


def watcher(phase, info):
    if phase == "stop":
        log.append((info["generation"], info["collected"], info["uncollectable"]))


print("thresholds:", gc.get_threshold())
gc.collect()
gc.disable()
items = [Item(i) for i in range(5)]
print("new:", histogram(), "item 0 in", generation_of(items[0]))
gc.collect(0)
print("after collect(0):", histogram(), generation_of(items[0]))
items += [Item(i) for i in range(5, 8)]
print("three more:", histogram())
gc.collect(0)
print("after collect(0):", histogram())
gc.collect(1)
print("after collect(1):", histogram())
items.append(Item("late"))
print("one late:", histogram(), generation_of(items[-1]))
gc.collect()
print("after collect():", histogram())

gc.callbacks.append(watcher)
for item in items[:3]:
    item.me = item
del items[:3]
del item
print("old garbage:", histogram())
print("collect(0):", gc.collect(0))
print("collect(1):", gc.collect(1))
print("collect(2):", gc.collect(2))
print("left:", histogram(), "log:", log)
gc.callbacks.remove(watcher)

young = Item("young")
young.me = young
old = items[0]
old.link = young
del young
print("young is held by old:", gc.collect(0), histogram())
old.link = None
print("released:", gc.collect(0), gc.collect(1), histogram())
del old

stats = gc.get_stats()
print("stats keys:", sorted(stats[0]), "generations:", len(stats))
gc.enable()
print("untracked things:", [gc.is_tracked(x) for x in (1, "a", None, 1.5, (), {}, {"a": 1})])
print("tracked things:", [gc.is_tracked(x) for x in ([], {"a": []}, set(), Item(0), Item, lambda: 0)])
gc.freeze()
print("frozen:", gc.get_freeze_count() > 0, histogram())
gc.unfreeze()
print("thawed:", gc.get_freeze_count(), histogram())
