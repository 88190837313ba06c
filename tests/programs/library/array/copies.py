# Copies, pickles, subclasses and iterators.
import copy
import pickle
from array import array, _array_reconstructor


class Numbers(array):
    pass


a = array("i", [1, 2])
for protocol in range(6):
    print(protocol, pickle.loads(pickle.dumps(a, protocol)), a.__reduce_ex__(protocol)[1])
b = copy.copy(a)
b[0] = 9
print(a, b, copy.deepcopy(a) == a, copy.copy(a) is a)
n = Numbers("d", [1.5])
n.name = "halves"
again = pickle.loads(pickle.dumps(n))
print(n, again, type(again), again.name, type(n[:]), type(n + n))
i = iter(a)
next(i)
print(i.__reduce__()[1:], list(copy.copy(i)), type(i))
i.__setstate__(0)
print(list(i), i.__reduce__()[1:])
for args in (
    ("i", 8, b"\1\0\0\0"),
    ("i", 9, b"\0\0\0\1"),
    ("i", 3, b"\1\2"),
    ("d", 15, b"\x3f\x80\0\0"),
    ("w", 18, "ab".encode("utf-16-le")),
    ("i", 99, b""),
    ("?", 9, b""),
    ("i", 8, ""),
    ("i", 8, b"1"),
):
    try:
        print(_array_reconstructor(array, *args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
