# How much room an array has as it grows, and what views forbid.
import sys
from array import array
from collections.abc import MutableSequence

print([sys.getsizeof(array("i", range(n))) for n in range(20)])
print([sys.getsizeof(array("d", list(range(n)))) for n in range(8)])
a = array("h")
sizes = []
for i in range(60):
    a.append(i)
    sizes.append(sys.getsizeof(a))
print(sizes)
del a[10:]
print(sys.getsizeof(a))
a.clear()
print(sys.getsizeof(a), isinstance(a, MutableSequence))

a = array("i", range(4))
print(sys.getrefcount(a))
view = memoryview(a)
print(sys.getrefcount(a), view.format, view.itemsize, view.shape, view.strides, view.obj is a)
for change in (
    lambda: a.append(1),
    lambda: a.pop(),
    lambda: a.clear(),
    lambda: a.extend([1]),
    lambda: a.__delitem__(0),
    lambda: a.__imul__(2),
    lambda: a.insert(0, 1),
    lambda: a.frombytes(bytes(4)),
):
    try:
        change()
    except BufferError as error:
        print(error)
view[1] = 77
view[2:] = array("i", [8, 9])
a[0] = -1
print(a, view.tolist(), view[::-1].tolist(), list(view), view == a, view == array("d", a))
view.release()
a.append(1)
print(a, sys.getrefcount(a))
print(bytes(array("B", b"ab")), b"-".join([array("b", [65]), array("b", [66])]), bytearray(array("h", [1])))
