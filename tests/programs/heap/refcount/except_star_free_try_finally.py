import sys
o = []
g = sys.getrefcount
def a():
    try:
        return g(o)
    finally:
        pass
def b(x):
    try:
        y = x
        raise KeyError
    except KeyError:
        return g(x)
def c(x):
    for i in [x]:
        try:
            continue
        finally:
            print("finally", g(x))
    return g(x)
def d(x):
    with memoryview(b"") as m:
        return g(x)
def e(x):
    try:
        raise ValueError(x)
    except ValueError as err:
        n = g(x)
    return n, g(x)
def f(x):
    try:
        try:
            raise ValueError(x)
        finally:
            print("unwinding", g(x))
    except ValueError:
        pass
    return g(x)
print(a(), b(o), c(o), d(o), e(o), f(o), g(o))
def h(x):
    while True:
        y = x
        if g(x): break
    return g(x)
print(h(o), g(o))
assert g(o) == 2, "message"
print(g(o))
