a, *b = [1, 2, 3]
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = range(6)
print(a, b, c)
a, *b, c = (1, 2)
print(a, b, c)
(a, b), [c, *d] = (1, 2), "hello"
print(a, b, c, d)
[x] = [42]
print(x)
for k, (p, *q) in {"one": (1, 2, 3), "two": (4,)}.items():
    print(k, p, q)
first, second = {"a": 1, "b": 2}
print(first, second)
print([*range(3), *"ab"], (*[], 1), {*(), 5})
print({**{"a": 1, "b": 2}, "b": 3, **{"c": 4}})
for bad in ([1], [1, 2, 3], 5, []):
    try:
        p, q = bad
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for bad in ([], [1]):
    try:
        p, *q, r = bad
    except ValueError as error:
        print(error)
def gen():
    while True:
        yield 1
try:
    p, q, r = gen()
except ValueError as error:
    print(error)
