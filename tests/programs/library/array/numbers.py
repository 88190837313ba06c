# Every type code: what fits, and what the errors are.
from array import array

for code in "bBhHiIlLqQfd":
    a = array(code, [1, 2, 3])
    print(code, a.itemsize, a, a.tobytes().hex())
    for value in (-1, 2**7, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, -(2**7) - 1, -(2**15) - 1, -(2**31) - 1, "a", 1.5, None):
        try:
            print("  ", value, array(code, [value])[0])
        except (OverflowError, TypeError) as error:
            print("  ", value, type(error).__name__, error)
print(array("f", [1e40, 0.1, -0.0]), array("d", [0.1, float("nan")]))
