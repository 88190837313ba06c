data = [1, 5, 2, 8, 3]
if (n := len(data)) > 3:
    print("long", n)
print([y for x in data if (y := x * 2) > 5], y)
it = iter(data)
while (value := next(it, None)) is not None:
    print(value, end=" ")
print()
print((lambda: (z := 3) + z)())
print(any((found := x) > 4 for x in data), found)
def f():
    return [last := i for i in range(4)], last
print(f())
print(f"{(w := 7)} {w:=5}")
total = 0
print([total := total + v for v in data])
