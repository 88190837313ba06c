import sys


def trace(frame, event, arg):
    code = frame.f_code
    line = frame.f_lineno - code.co_firstlineno
    print(f"{event:9} {code.co_qualname} +{line} {arg!r}" if event != "exception" else
          f"{event:9} {code.co_qualname} +{line} {arg[0].__name__} {arg[1]} {arg[2] is not None}")
    return trace


def simple(x):
    y = x + 1
    if y > 2:
        y *= 2
    else:
        y = 0
    return y


def loop(n):
    total = 0
    for i in range(n):
        total += i
    while n:
        n -= 1
    return total


def fails():
    try:
        raise ValueError("inner")
    except KeyError:
        pass
    finally:
        done = True


def catches():
    try:
        fails()
    except ValueError as error:
        return str(error)


def gen(n):
    for i in range(n):
        yield i


def uses_gen():
    for x in gen(2):
        pass
    return [y for y in gen(1)]


def one_line(): return 1


class C:
    attribute = 1

    def method(self):
        with self:
            return 2

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def nested():
    def inner(a):
        return a
    return inner(1) + inner(2)


def many_lines():
    x = [
        1,
        2,
        one_line(),
    ]
    return (x
            and x[0])


def same_line():
    for i in range(3): pass
    while i: i -= 1
    return i


def make_class():
    class Local:
        a = 1

        def f(self):
            pass
    return Local


for func in (lambda: simple(1), lambda: simple(5), lambda: loop(2), catches, uses_gen, one_line, C().method, nested,
             many_lines, same_line, make_class):
    print("---", getattr(func, "__name__", func))
    sys.settrace(trace)
    func()
    sys.settrace(None)
print(sys.gettrace())
