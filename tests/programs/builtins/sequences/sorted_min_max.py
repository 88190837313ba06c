words = ["pear", "fig", "apple", "kiwi"]
print(sorted(words), sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), sorted(words, reverse=True))
print(min(words), max(words, key=len), min(3, 1, 2), max([1], default=0), max([], default="d"), min("hello"))
print(sorted({"b": 1, "a": 2}), sorted((3, 1)), sorted("cab"), sorted([[2], [1, 5], [1]]), sorted([True, 0, 2.5]))
data = [("a", 2), ("b", 1), ("c", 2)]
print(sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True))
print(sum([1, 2, 3]), sum([1], 10), sum([[1], [2]], []), sum([0.1] * 10), sum(x for x in range(4)), sum([True, True]))
print(any([]), all([]), any([0, 1]), all([1, 0]), len("abc"), len({}), len(range(5)))
class K:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"K{self.n}"
print(sorted([K(3), K(1)]), min(K(2), K(1)), max([K(5), K(9)]))
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
big = sorted(range(50), key=lambda x: (x * 37) % 50)
print(big[:10], big == sorted(range(50), key=lambda x: x * 37 % 50))
print(list(reversed([1, 2, 3])), list(enumerate("ab")), list(zip("ab", [1, 2], [True, False])), list(map(len, ["a", "bb"])), list(filter(None, [0, 1])))
