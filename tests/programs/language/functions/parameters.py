def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs
print(f(1, c=3))
print(f(1, 2, 3, 4, c=5, e=6))
print(f(*[1, 2, 3], **{"c": 1, "z": 2}))
def g(a, /, b, *, c):
    return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
def h(a, /, **kw):
    return a, kw
print(h(1, a=2))
def k(*, x=1, y):
    return x, y
print(k(y=2))
def nothing():
    pass
print(nothing())
def default_list(item, acc=[]):
    acc.append(item)
    return acc
print(default_list(1), default_list(2), default_list(3, []))
def annotated(a: int, b: "str" = "x", *c: float, **d: bool) -> list:
    return [a, b]
print(annotated(1), annotated.__annotations__)
print(f.__defaults__, f.__kwdefaults__, f.__name__, f.__code__.co_argcount)
i = 5
def late(arg=i):
    return arg
i = 6
print(late())
print((lambda x, *y, z=1: (x, y, z))(1, 2, 3, z=4))
print((lambda: None)())
