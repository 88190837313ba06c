"""Slots against dictionaries: behaviour, not bytes."""
import sys
import weakref


class Open:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Closed:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class ClosedWeak(Closed):
    __slots__ = ("__weakref__",)


class Reopened(Closed):
    pass


def can(action):
    try:
        action()
    except (AttributeError, TypeError) as error:
        return f"no: {error}"
    return "yes"


for cls in (Open, Closed, ClosedWeak, Reopened):
    obj = cls(1, 2)
    print(cls.__name__)
    print("  new attribute:", can(lambda: setattr(obj, "z", 3)))
    print("  weak reference:", can(lambda: weakref.ref(obj)))
    print("  __dict__:", can(lambda: obj.__dict__))
    print("  bigger than Closed:", sys.getsizeof(obj) > sys.getsizeof(Closed(1, 2)))
    print("  delete and read:", can(lambda: (delattr(obj, "x"), obj.x)))


class Vector:
    __slots__ = ("_items",)

    def __init__(self, *items):
        self._items = list(items)

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self._items, other._items, strict=True)))

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self._items, k._items))
        return Vector(*(a * k for a in self._items))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self * other

    def __eq__(self, other):
        return isinstance(other, Vector) and self._items == other._items

    def __getitem__(self, i):
        return Vector(*self._items[i]) if isinstance(i, slice) else self._items[i]

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return f"Vector({', '.join(map(str, self._items))})"

    def __abs__(self):
        return (self * self) ** 0.5

    def __neg__(self):
        return -1 * self


v, w = Vector(1, 2, 2), Vector(3, 4, 0)
print(v + w, v * w, 3 * v, v @ w, -v, abs(w), v[0], v[1:], len(v), v == Vector(1, 2, 2))
for action in (lambda: v + 1, lambda: v + Vector(1), lambda: hash(v), lambda: v.extra, lambda: "a" + v):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
items = v._items
before = sys.getrefcount(items)
u = v
print("shared:", sys.getrefcount(items) - before)
del v, u
print("vector gone, its list stays:", items, sys.getrefcount(items) - before)
