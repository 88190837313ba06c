def f(a, b=[], *, c={}):
    b.append(a)
    c[a] = len(b)
    return b, c
print(f(1)); print(f(2)); print(f(3, [])); print(f(4, c={}))
print(f.__defaults__, f.__kwdefaults__)
f.__kwdefaults__["c"] = {"reset": 0}
print(f(5))
def g(x, y=(lambda: 10)()): return x + y
print(g(1))
def h(*, a, b=2, **rest): return a, b, rest
print(h(a=1), h(b=3, a=1, z=9))
def k(a, b, /, c, *, d): return a, b, c, d
print(k(1, 2, 3, d=4), k(1, 2, c=3, d=4))
args, kwargs = (1, 2), {"c": 3, "d": 4}
print(k(*args, **kwargs), k(1, *[2], **{"c": 5}, d=6))
def sig(a, b=1, *c, d, e=2, **f): pass
co = sig.__code__
print(co.co_argcount, co.co_kwonlyargcount, co.co_posonlyargcount, co.co_varnames, co.co_flags & 12)
