# Classes with __buffer__: what it returns is kept until the last view goes.
import inspect
import sys


class Source:
    def __init__(self, data):
        self.data = bytearray(data)

    def __buffer__(self, flags):
        print("__buffer__", inspect.BufferFlags(flags))
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("__release_buffer__", bytes(view))
        view.release()


s = Source(b"hey")
print(sys.getrefcount(s))
v = memoryview(s)
print(v.tolist(), sys.getrefcount(s), type(v.obj).__name__)
v[0] = 72
half = v[1:]
v.release()
print("one left")
half.release()
print(s.data, sys.getrefcount(s))
print(bytes(s), bytearray(s))


class Wrong:
    def __buffer__(self, flags):
        return 3


class Wide(bytearray):
    def __buffer__(self, flags):
        print("Wide")
        return super().__buffer__(flags)


try:
    memoryview(Wrong())
except TypeError as error:
    print(error)
w = Wide(b"ab")
v = memoryview(w)
print(v.tolist())
v.release()
v = w.__buffer__(inspect.BufferFlags.FULL_RO)
w.__release_buffer__(v)
w.append(1)
for wrong in (1, memoryview(b"a")):
    try:
        w.__release_buffer__(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
