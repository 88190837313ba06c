def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
g = count(2)
print(type(g).__name__)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
print(list(count(3)))
def with_return():
    yield 1
    return "result"
g = with_return()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
print(next(g, "exhausted"))
squares = (x * x for x in range(5) if x % 2)
print(squares.__name__, list(squares), list(squares))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print([x for x, _ in zip(fib(), range(10))])
def empty():
    return
    yield
print(list(empty()))
print(sum(x for x in range(10)), max((len(w), w) for w in ["aa", "b", "cc"]))
print(iter(g) is g, g.gi_frame, g.gi_running)
