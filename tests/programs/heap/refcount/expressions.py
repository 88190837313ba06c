import sys
x = object()
r = sys.getrefcount
print(r(x), [r(x), r(x)], (r(x), (x, r(x))[1]), {"k": r(x)})
print([x, r(x)][1], [x, x, r(x)][2], {0: x, 1: r(x)}[1])
print((lambda: r(x))(), (lambda y: r(x))(x), (lambda y, z: r(x))(x, x))
print(x and r(x), r(x if x else None), r((x, x)[0]), r([x][0]))
print(len([x, x]) and r(x), r(x) if x is x else 0)
print(max(r(x), 0), abs(-r(x)), str(r(x)), f"{r(x)} {x is not None} {r(x)}")
def f(a, b): return b
print(f(x, r(x)), f(b=r(x), a=x), f(*(x, r(x))), f(**{"a": x, "b": r(x)}))
print([r(y) for y in [x]], [r(x) for y in [x]], list(r(y) for y in [x]), {r(y) for y in [x]}, {r(y): 1 for y in (x,)})
print([r(y) for y in (x, x)], list(map(r, [x])), list(map(lambda y: r(y), [x])))
for y in [x]:
    print(r(x), r(y))
print(r(x))
del y
y = z = x
print(r(x))
y, z = z, y
print(r(x))
(y := None)
print(r(x), r(w := x), r(x))
del w
print(sorted([x], key=lambda q: r(q)) == [x], r(x))
print(r(r), r(print) > 1, r(sys) > 1)
with_x = [x for _ in range(10)]
print(r(x), r(with_x))
