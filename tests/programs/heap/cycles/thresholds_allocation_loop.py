import gc
gc.collect()
seen = []
def cb(phase, info):
    if phase == "start": seen.append(info["generation"])
gc.callbacks.append(cb)
keep = []
gc.set_threshold(50, 2, 2)
for i in range(1000):
    keep.append([i])
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(len(seen) > 10, seen[:6])
print(set(seen) <= {0, 1, 2})
