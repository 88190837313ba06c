# Items are numbers, not objects: an array holds nothing. What dies with it is seen from outside.
import gc
import weakref
from array import array


class Holder(array):
    def __del__(self):
        print("gone", self.tolist())


h = Holder("b", [1, 2])
h.self = h
r = weakref.ref(h)
gc.collect()
del h
print(r() is not None)
gc.collect()
print(r())
value = object()
a = array("q", [id(value)])
print(gc.is_tracked(a), a[0] == id(value), gc.get_referents(a))
v = memoryview(Holder("b", [3]))
print(v.tolist())
del v
