a = frozenset([3, 1, 2])
b = frozenset("ab")
print(sorted(a), len(a), 1 in a, a == {1, 2, 3}, hash(a) == hash(frozenset([1, 2, 3])), {a: "x"}[frozenset([2, 3, 1])], frozenset() == set(), a | {9}, sorted(a & {1, 5}), a - {1}, a ^ {1, 7})
print(frozenset([frozenset([1]), frozenset([1])]), a.union([5]), a.issubset(range(10)), a.isdisjoint([8]), a.copy() is a, frozenset(a) is a, frozenset(), repr(frozenset([1])), bool(frozenset()))
for bad in ("a.add(1)", "a.remove(1)", "a[0]", "frozenset([[]])", "a < 5", "frozenset(5)", "a + a"):
    try: exec(bad)
    except Exception as error: print(type(error).__name__, error)
class F(frozenset):
    def __new__(cls, *a): return super().__new__(cls, a)
f = F(1, 2)
print(f, type(f | {3}).__name__, f == {1, 2})
