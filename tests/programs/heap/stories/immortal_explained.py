import sys
for name, value in [("None", None), ("True", True), ("small int", 7), ("empty tuple", ()), ("empty str", "")]:
    before = sys.getrefcount(value)
    holders = [value for _ in range(100)]
    print(name, "unchanged" if sys.getrefcount(value) == before else "changed")
big = 10 ** 6
before = sys.getrefcount(big)
holders = [big for _ in range(100)]
print("big int", sys.getrefcount(big) - before)
print(sys.getrefcount(None) > 10 ** 6, sys.getrefcount(1) == sys.getrefcount(2) == sys.getrefcount(None))
