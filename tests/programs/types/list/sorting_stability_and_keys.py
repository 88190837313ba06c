people = [("Ann", 30), ("Bob", 25), ("Cy", 30), ("Di", 25), ("Ed", 20)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: -p[1]), sorted(people, key=lambda p: p[1], reverse=True))
l = [5, 2, 9, 1]
print(l.sort(), l, sorted(l, reverse=True), sorted("Hello World", key=str.lower), sorted([3, -1, 2], key=abs), sorted([[2, 1], [1, 2], [1]]))
log = []
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        log.append((self.v, o.v))
        return self.v < o.v
    def __repr__(self): return str(self.v)
x = [C(v) for v in (3, 1, 2)]
x.sort()
print(x, log)
try:
    [3, "a", 1].sort()
except TypeError as error:
    print(error)
y = [3, 2, "x", 1]
try:
    y.sort()
except TypeError:
    print(sorted(map(str, y)))
try:
    [1, 2].sort(key=lambda v: 1 // 0)
except ZeroDivisionError as error:
    print(error)
print(sorted([True, False, 1, 0]), sorted([1.5, 1, 0.5]), sorted([(1, "b"), (1, "a")]), sorted({"x": 2, "a": 1}.items()), sorted([None, None]) if False else "skip")
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big) == list(range(1000)), sorted(big, reverse=True)[:3])
