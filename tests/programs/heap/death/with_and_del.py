class Res:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("enter", self.n)
        return self
    def __exit__(self, *a):
        print("exit", self.n)
    def __del__(self):
        print("del", self.n)
with Res("a"):
    print("body")
print("after a")
with Res("b") as b:
    print("body")
print("after b, name remains")
b = None
with Res("c") as c:
    del c
    print("deleted inside")
print("after c")
def f():
    with Res("d") as d:
        return d.n
print(f())
try:
    with Res("e"):
        raise ValueError("x")
except ValueError:
    print("handled")
with Res("f") as f, Res("g") as g:
    pass
f = None
g = None
from contextlib import contextmanager, closing, ExitStack
@contextmanager
def managed(n):
    r = Res(n)
    try:
        yield r
    finally:
        print("leave", n)
with managed("h") as h:
    print("in", h.n)
print("after h")
del h
with ExitStack() as stack:
    for n in "ij":
        stack.enter_context(Res(n))
    print("stack body")
print("end")
