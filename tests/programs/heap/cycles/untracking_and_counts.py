import gc
gc.collect()
gc.disable()
before = gc.get_count()[0]
x = [[] for _ in range(10)]
print(gc.get_count()[0] - before)
y = [1, 2, 3]
z = {"a": 1}
t = (1, 2)
print(gc.get_count()[0] - before)
del x
print(gc.get_count()[0] - before)
class C: pass
c = [C() for _ in range(5)]
print(gc.get_count()[0] - before)
del c, y, z
print(gc.get_count()[0] - before)
s = ["text" * 2 for _ in range(100)]
n = [i * 1000 for i in range(100)]
print(gc.get_count()[0] - before)
