import sys


def trace(frame, event, arg):
    if event == "exception":
        arg = (arg[0].__name__, str(arg[1]))
    print(event, frame.f_code.co_name, frame.f_lineno, arg)
    return trace


class Awaitable:
    def __await__(self):
        got = yield "asks"
        return got


async def inner():
    return await Awaitable()


async def outer():
    try:
        return await inner()
    except ValueError:
        return "caught"


async def agen():
    yield 1
    yield 2


async def iterate():
    return [x async for x in agen()]


def run(coro, send):
    try:
        coro.send(None)
        send(coro)
    except StopIteration as stop:
        return stop.value


def delegating():
    result = yield from numbers()
    return result


def numbers():
    try:
        yield 1
    except ValueError:
        yield 2
    return 3


def throwing():
    g = delegating()
    next(g)
    g.throw(ValueError)
    try:
        next(g)
    except StopIteration as stop:
        return stop.value


def closing():
    g = numbers()
    next(g)
    g.close()


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


def empty_loop():
    for _ in Iterator():
        pass
    return "ended"


for what in (lambda: run(outer(), lambda c: c.send("value")), lambda: run(outer(), lambda c: c.throw(ValueError("x"))),
             lambda: run(iterate(), lambda c: None), throwing, closing, empty_loop):
    sys.settrace(trace)
    result = what()
    sys.settrace(None)
    print("->", result)
