# What views hold: one managed buffer holds the object for all of them.
import gc
import sys
import weakref

b = bytearray(b"abcdef")
print(sys.getrefcount(b))
m = memoryview(b)
print(sys.getrefcount(b))
n = memoryview(m)
part = m[1:3]
turned = part.cast("b").toreadonly()
print(sys.getrefcount(b), part.obj is b, [type(each).__name__ for each in gc.get_referrers(b) if each is not globals()])
(buffer,) = gc.get_referents(m)
print(type(buffer), gc.get_referents(part) == [buffer], gc.get_referents(buffer) == [b], sys.getsizeof(buffer))
del buffer
try:
    b.append(1)
except BufferError as error:
    print(error)
for view in (m, n, part):
    view.release()
print(sys.getrefcount(b), turned.tolist())
turned.release()
print(sys.getrefcount(b))
b.append(1)
for use in (lambda: m[0], lambda: len(m), lambda: m.obj, lambda: m.tolist(), lambda: bytes(m), lambda: m.__enter__(), lambda: m == b, lambda: m.shape):
    try:
        print(use())
    except ValueError as error:
        print(error)
print(repr(m)[:19])


class Data(bytearray):
    def __del__(self):
        print("gone", bytes(self))


with memoryview(Data(b"xyz")) as view:
    print(view[1])
print("after")
view = memoryview(Data(b"cycle"))
data = view.obj
data.view = view
r = weakref.ref(data)
del view, data
gc.collect()
print(r())
print(sys.getsizeof(memoryview(b"")), sys.getsizeof(memoryview(bytes(24)).cast("B", [2, 12])))
