def g():
    yield 1
    return "r"
it = g()
print(next(it))
try: next(it)
except StopIteration as s: print(repr(s.value), s.args)
try: next(it)
except StopIteration as s: print(repr(s.value))
print(next(it, "d"), next(iter([]), None), next(iter("ab")), next(x for x in range(5) if x > 2))
class I:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 3: raise StopIteration("three")
        if self.n > 5: raise ValueError("past the end")
        return self.n
i = I()
print(list(i), next(i), next(i))
try: next(i)
except ValueError as e: print(e)
for bad in (lambda: next([1]), lambda: next(5), lambda: iter(3.5), lambda: list(5), lambda: [*5], lambda: dict(5), lambda: max(5), lambda: "".join(5), lambda: sum(5), lambda: tuple(None), lambda: set(1), lambda: sorted(1), lambda: enumerate(1), lambda: zip(1), lambda: map(len, 1), lambda: list(map(1, [1]))):
    try: bad()
    except TypeError as e: print(e)
