import gc
gc.collect()
gc.disable()
counts = [gc.get_count()[0]]
x = [[] for _ in range(10)]
counts.append(gc.get_count()[0])
y = [1, 2, 3]
z = {"a": 1}
t = (1, 2)
counts.append(gc.get_count()[0])
del x
counts.append(gc.get_count()[0])
class C: pass
c = [C() for _ in range(5)]
counts.append(gc.get_count()[0])
del c, y, z
counts.append(gc.get_count()[0])
s = ["text" * 2 for _ in range(100)]
n = [i * 1000 for i in range(100)]
counts.append(gc.get_count()[0])
print([count - counts[0] for count in counts])
