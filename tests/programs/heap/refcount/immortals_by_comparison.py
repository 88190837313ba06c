import sys
def immortal(value):
    before = sys.getrefcount(value)
    keep = [value] * 1000
    return sys.getrefcount(value) == before
for value in (None, True, False, ..., NotImplemented, (), "", b"", 0, 1, -5, 256, "a", "z", "\xe9", b"x", int, str, list, object, type, ValueError):
    print(repr(value), immortal(value))
for value in (257, -6, 10 ** 10, 1.5, 2j, [], {}, (1, 2), "hello world", "word", b"xy", set(), frozenset(), range(3), object(), print, len):
    print(repr(value) if not isinstance(value, object().__class__.__class__) and not repr(value).startswith("<object") else "object()", immortal(value))
class C: pass
print(immortal(C), immortal(C()), immortal(lambda: 0), immortal(sys), immortal(immortal))
small = 100
n = sys.getrefcount(small)
more = [100] * 50
print(sys.getrefcount(small) == n)
big = 1000
n = sys.getrefcount(big)
more = [big] * 50
print(sys.getrefcount(big) - n)
