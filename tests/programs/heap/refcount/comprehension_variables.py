import sys
x = object()
g = sys.getrefcount
print([g(x) for _ in range(2)], [g(y) for y in [x]], [(g(y), g(x)) for y in (x,)])
def f():
    o = object()
    a = [g(o) for _ in range(1)]
    b = [g(q) for q in [o]]
    c = [(lambda: g(o))() for _ in range(1)]
    d = list(g(q) for q in [o])
    return a, b, c, d, g(o)
print(f())
def h(items):
    return [g(i) for i in items], {g(i) for i in items}, {g(i): g(i) for i in items}
print(h([x]))
print([[g(j) for j in [i]] for i in [x]], [g(j) for i in [[x]] for j in i])
print([g(y) for y in [x] if g(y)], [z for y in [x] if (z := g(y))])
keep = [y for y in [x] * 3]
print(g(x))
keep = [[y] for y in keep]
print(g(x))
keep = {i: y for i, y in enumerate([x] * 2)}
print(g(x))
keep = None
print(g(x))
gen = (g(y) for y in [x, x])
print(next(gen), g(x), next(gen), next(gen, "done"), g(x))
