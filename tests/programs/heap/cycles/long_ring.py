import gc
gc.collect()
gc.disable()
class N:
    __slots__ = ("next",)
first = prev = N()
for _ in range(20000):
    n = N()
    prev.next = n
    prev = n
prev.next = first
del first, prev, n
print(gc.collect())
a = []
for _ in range(5000):
    a = [a]
inner = a
while inner[0]: inner = inner[0]
inner.append(a)
inner[0] = None
del a, inner
print(gc.collect())
print(gc.collect())
