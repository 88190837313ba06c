import sys


def jump(func, first, second, event="line", error=None):
    done = False
    base = func.__code__.co_firstlineno

    def trace(frame, what, arg):
        nonlocal done
        if frame.f_code is not func.__code__:
            return None
        if not done and what == event and frame.f_lineno == base + first:
            done = True
            try:
                frame.f_lineno = base + second
            except ValueError as problem:
                print("ValueError:", problem)
        return trace

    out = []
    sys.settrace(trace)
    try:
        func(out)
    except Exception as problem:
        out.append(repr(problem))
    sys.settrace(None)
    print(func.__name__, out)


def straight(out):
    out.append(1)
    out.append(2)
    out.append(3)


def loop(out):
    for i in range(2):
        out.append(i)
        out.append(i * 10)
    out.append("after")


def handlers(out):
    try:
        out.append("try")
        1 / 0
    except ZeroDivisionError:
        out.append("except")
    finally:
        out.append("finally")
    out.append("after")


def branch(out):
    if out:
        out.append("never")
    else:
        out.append("else")
    out.append("end")


jump(straight, 1, 3)
jump(straight, 3, 1)
jump(loop, 2, 4)
jump(loop, 4, 2)
jump(loop, 2, 3)
jump(handlers, 2, 8)
jump(handlers, 8, 5)
jump(branch, 1, 2)
jump(branch, 4, 5)
jump(straight, 1, 40)
jump(straight, 1, -1)
jump(straight, 3, 1, event="return")
jump(straight, 0, 2, event="call")
try:
    sys._getframe().f_lineno = 5
except ValueError as problem:
    print(problem)
