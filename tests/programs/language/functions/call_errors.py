def f(a, b, c=3): pass
def g(*, key): pass
def h(a, /): pass
def n(): pass
def k(a, *, x, y): pass
cases = [
    lambda: f(),
    lambda: f(1),
    lambda: f(1, 2, 3, 4),
    lambda: f(1, 2, d=4),
    lambda: f(1, a=2),
    lambda: g(),
    lambda: g(1),
    lambda: h(a=1),
    lambda: h(),
    lambda: n(1),
    lambda: n(1, 2, x=3),
    lambda: k(1),
    lambda: k(1, 2, x=1, y=2),
    lambda: f(b=1),
    lambda: f(1, 2, **{"c": 1, "zz": 3}),
    lambda: f(*5),
    lambda: f(**5),
    lambda: f(1, **{"a": 1}),
    lambda: f(**{1: 2}),
    lambda: f(x=1, **{"x": 2}),
    lambda: (lambda v: v())(5),
    lambda: (lambda v: v())(None),
    lambda: (lambda v: v(1))("abc"),
    lambda: (lambda p, q: 0)(1),
]
for case in cases:
    try:
        case()
    except TypeError as error:
        print(error)
