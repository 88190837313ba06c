import gc
stats = gc.get_stats()
print(len(stats), [sorted(s) for s in stats])
print(all(isinstance(v, int) for s in stats for v in s.values()))
gc.collect()
before = gc.get_stats()[2]
l = []
l.append(l)
del l
gc.collect()
after = gc.get_stats()[2]
print(after["collections"] - before["collections"], after["collected"] - before["collected"], after["uncollectable"])
gc.collect(0)
gc.collect(0)
now = gc.get_stats()
print([n["collections"] - b["collections"] for n, b in zip(now, gc.get_stats())])
b0 = gc.get_stats()[0]["collections"]
gc.collect(0)
print(gc.get_stats()[0]["collections"] - b0)
