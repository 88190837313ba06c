import gc, sys
print()
print()
class X:
    def __del__(self):
        self.missing
class D:
    def __del__(self):
        1/0
where = []
def cb(phase, info):
    if phase == 'start': where.append(sys._getframe(1).f_lineno)
g = gc.get_count
def f(n, cls):
    x = cls()
    keep = [[] for i in range(n)]
    a = g()[0]
    where.clear()
    gc.callbacks.append(cb)
    gc.set_threshold(100)
    del x
    gc.set_threshold(5000)
    gc.callbacks.clear()
    return n, a, len(where), g()[0]
for cls in X, D:
  for i in (1,):
    gc.collect()
    f(3, cls)
    for n in range(76, 93):
        print(f(n, cls))
        gc.collect() if i == 1 else gc.collect(1)
