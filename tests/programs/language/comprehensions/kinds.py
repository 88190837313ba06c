print([x * x for x in range(5)])
print([x for x in range(20) if x % 2 if x % 3 == 0])
print([(x, y) for x in "ab" for y in range(2)])
print([[j for j in range(i)] for i in range(4)])
print({x: x ** 2 for x in range(4)}, {v: k for k, v in {"a": 1}.items()})
print(sorted({x % 3 for x in range(10)}))
print(type(x for x in []).__name__)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([y for row in matrix for y in row if y > 2])
x = "outer"
inner = [x for x in range(3)]
print(x)
def f():
    n = 10
    return [n + i for i in range(3)], [(lambda: i + n)() for i in range(2)], {n: i for i in range(2)}
print(f())
print([a + b for a, b in zip([1, 2], [3, 4])], [a for a, *_ in ["xyz", "pq"]])
class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        bad = [i * j for i in items for j in items]
    except NameError as error:
        print("error:", error)
print(C.doubled)
print([i if i % 2 else -i for i in range(5)])
print(list(map(lambda f: f(), [lambda: i for i in range(3)])))
try:
    [1 // i for i in (1, 0)]
except ZeroDivisionError as error:
    print(error)
print([x for x in [y for y in range(3)]], [*(x for x in "ab")])
