import sys
for make in (lambda: 10 ** 20, lambda: 3.14159 * 2, lambda: "a" * 5 + "b", lambda: b"xyz" * 2, lambda: 2 + 3j, lambda: (1, [2]), lambda: frozenset([1, 2]), lambda: range(10), lambda: slice(1, 2), lambda: bytearray(2)):
    v = make()
    n = sys.getrefcount(v)
    w = [v, v]
    print(type(v).__name__, n, sys.getrefcount(v) - n)
    del w
print(sys.getrefcount(12345678901234567890 * 2), sys.getrefcount("x".join(["ab", "cd"])), sys.getrefcount([1, 2][0:1]))
