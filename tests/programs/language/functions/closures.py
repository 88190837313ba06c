def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
other, _ = counter()
print(other(), get())
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])
def make(i):
    return lambda: i
print([f() for f in [make(i) for i in range(3)]])
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
def outer():
    x = "outer"
    def middle():
        def inner():
            return x
        return inner
    return middle()()
print(outer())
def late():
    def use():
        return later
    later = "bound after"
    return use()
print(late())
def unbound():
    def use():
        return never
    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    never = 1
unbound()
def delete():
    x = 1
    def show():
        return x
    del x
    try:
        show()
    except NameError as error:
        print(error)
delete()
def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return composed
print(compose(str, lambda x: x + 1, abs)(-5))
