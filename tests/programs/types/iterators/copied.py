# Iterators say how they are built again, and can be moved to a position.
import copy

iterators = [
    iter([1, 2]), iter((1, 2)), iter("ab"), iter("aΔ"), iter(b"ab"), iter(bytearray(b"ab")),
    iter({1: 2}), iter({1: 2}.values()), iter({1: 2}.items()), reversed({1: 2}), iter({1}),
    iter(range(3)), iter(range(10**30)), reversed([1, 2]), reversed((1, 2)), reversed("ab"),
    enumerate("ab"), zip("ab", "cd"), zip("ab", "cd", strict=True), map(len, ["a"]), filter(None, [1]),
    iter(lambda: 1, 2),
]


class Sequence:
    def __getitem__(self, index):
        return index


iterators.append(iter(Sequence()))


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as exc:
        return f"{type(exc).__name__}: {exc}"


for iterator in iterators:
    print(type(iterator).__name__, attempt(iterator.__reduce__))
    attempt(next, iterator, None)
    print("   ", attempt(iterator.__reduce__))
    twin = copy.copy(iterator)
    print("   ", attempt(next, twin, "end"), attempt(next, twin, "end"), attempt(next, iterator, "end"))
    if hasattr(iterator, "__setstate__"):
        for state in (0, -5, 1000):
            print("   ", state, attempt(iterator.__setstate__, state), attempt(next, iterator, "end"))
    for _ in range(5):
        attempt(next, iterator, None)
    print("   ", attempt(iterator.__reduce__))
print(attempt(iter([]).__setstate__, "x"), attempt(iter(range(3)).__setstate__, "x"))
