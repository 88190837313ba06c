# Views are equal by their items, whatever the formats; hashes only of bytes that cannot change.
from array import array

v = memoryview
print(v(b"ab").cast("b") == b"ab", v(b"\xff").cast("b") == b"\xff", v(b"ab").cast("c") == b"ab", v(b"a") == v(b"a").cast("?"))
print(v(array("i", [1])) == v(array("d", [1.0])), v(array("i", [1])) == array("q", [1]), array("q", [1]) == v(array("i", [1])))
print(v(array("w", "a")) == v(array("w", "a")), v(array("f", [float("nan")])) == array("f", [float("nan")]))
print(b"ab" == v(b"ab"), bytearray(b"ab") == v(b"ab"), v(b"ab") == "ab", v(b"ab") != b"ac", v(b"abab")[::2] == b"aa")
print(hash(v(b"abc")) == hash(b"abc"), hash(v(b"abc").cast("c")) == hash(b"abc"))
for view in (v(bytearray(b"a")), v(b"abcd").cast("H"), v(bytearray(b"a")).toreadonly(), v(b"ab") < v(b"b") if False else v(array("b"))):
    try:
        print(hash(view))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    v(b"a") < v(b"b")
except TypeError as error:
    print(error)
i = iter(v(array("h", [1, 2])))
print(next(i), list(i), list(i), type(i), 2 in v(b"\2"), list(reversed(v(b"ab"))))
for each in (lambda: v(array("w", "a"))[0], lambda: v(array("w", "a")).tolist(), lambda: v(array("i", [1, 2])).cast("h")):
    try:
        print(each())
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, error)
