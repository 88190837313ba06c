"""Names, identity, equality and copies."""
import copy


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def compare(label, a, b):
    print(f"{label:<22} == {a == b!s:<5} is {a is b}")


p, q = Point(1, 2), Point(1, 2)
r = p
compare("two points", p, q)
compare("two names", p, r)
compare("different type", p, (1, 2))
compare("shallow copy", p, copy.copy(p))
compare("lists", [1], [1])
compare("tuples built", tuple([1, 2]), tuple([1, 2]))
compare("small ints", int("7"), int("7"))
compare("large ints", int("70000"), int("70000"))
compare("strings built", "".join(["a", "b"]), "".join(["a", "b"]))
compare("None", None, None)
nan = float("nan")
compare("nan with itself", nan, nan)
print([nan] == [nan], nan in [nan], {nan: 1}.get(nan))
print("set of points:", len({p, q, r}))


def append_to(item, target=[]):
    target.append(item)
    return target


a = append_to(1)
b = append_to(2)
compare("mutable default", a, b)
print(a)

grid = [[0] * 2] * 3
grid[0][0] = 9
print(grid, grid[0] is grid[2])
grid = [[0] * 2 for _ in range(3)]
grid[0][0] = 9
print(grid, grid[0] is grid[2])

original = {"list": [1, 2], "point": p, "nested": {"deep": [3]}}
shallow = dict(original)
deep = copy.deepcopy(original)
original["list"].append(99)
original["nested"]["deep"].append(100)
p.x = 50
print("original", original)
print("shallow ", shallow)
print("deep    ", deep)
compare("shallow list", original["list"], shallow["list"])
compare("deep point", original["point"], deep["point"])

x = [1, 2, 3]
y = x
x = x + [4]
compare("rebinding with +", x, y)
x = y
x += [4]
compare("in place with +=", x, y)
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, "but", t)
ids = [id(o) for o in (p, q, r)]
print(ids[0] == ids[2], ids[0] == ids[1], len(set(ids)))
