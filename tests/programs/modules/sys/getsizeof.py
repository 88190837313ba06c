import sys
for v in (0, 1, 2 ** 30, 2 ** 60, 1.5, True, None, "", "a", "abc", "é", "☃", "😀", b"", b"abc", (), (1,), (1, 2, 3), [], [1], [1, 2, 3], {}, {"a": 1}, set(), {1, 2}, frozenset(), range(5), slice(1), 1j, object(), int, lambda: 0, bytearray()):
    print(type(v).__name__, repr(v)[:12].split(" at ")[0], sys.getsizeof(v))
class C: pass
class S: __slots__ = ("a", "b")
print(sys.getsizeof(C()), sys.getsizeof(S()))
l = []
sizes = []
for i in range(20):
    l.append(i)
    sizes.append(sys.getsizeof(l))
print(sizes)
print(sys.getsizeof(list(range(10))), sys.getsizeof([0] * 10), sys.getsizeof({i: i for i in range(10)}), sys.getsizeof(set(range(10))))
class Z:
    def __sizeof__(self): return 1000
print(sys.getsizeof(Z()) - 1000 in (0, 16), sys.getsizeof(Z()))
