it = iter([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), next(it, "end"))
data = [1, 2]
it = iter(data)
next(it)
data.append(3)
print(list(it))
data.append(4)
print(list(it))
print(type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter({})).__name__, type(iter({}.values())).__name__, type(iter({}.items())).__name__, type(iter(set())).__name__, type(iter(range(0))).__name__, type(iter(b"")).__name__, type(reversed([])).__name__, type(zip()).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(iter(int, 1)).__name__)
n = iter(range(5))
print(list(iter(lambda: next(n), 3)))
class Up:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(Up()), sum(Up()), dict(enumerate(Up())), tuple(Up()), [*Up()], max(Up()), sorted(Up(), reverse=True))
u = Up()
print(2 in u, list(u), iter(u) is u)
e = enumerate("ab", 5)
print(next(e), list(e))
z = zip([1, 2, 3], "ab")
print(list(z), list(zip()), list(zip([1])), list(zip(*[(1, 2), (3, 4)])))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error: print(error)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error: print(error)
m = map(lambda a, b: a + b, [1, 2, 3], [10, 20])
print(list(m), list(filter(None, [0, 1, "", "a"])), list(filter(str.isdigit, "a1b2")), list(map(int, "123")))
for bad in (lambda: next(5), lambda: iter(5), lambda: next([]), lambda: iter(5, 5), lambda: map(str), lambda: list(map(5, [1])), lambda: reversed({1}), lambda: next(iter([]))):
    try: bad()
    except (TypeError, StopIteration) as error: print(type(error).__name__, error)
print(list(reversed({"a": 1, "b": 2})), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))))
