import gc
runs = []
def watch(phase, info):
    if phase == "stop":
        runs.append((info["generation"], info["collected"]))
class Node:
    def __init__(self): self.me = self
gc.collect()
gc.callbacks.append(watch)
gc.set_threshold(100, 3, 3)
for i in range(2000):
    Node()
gc.callbacks.remove(watch)
print(len(runs) >= 19, {g for g, _ in runs})
print([g for g, _ in runs][:14])
print(sum(c for _, c in runs) <= 2000)
