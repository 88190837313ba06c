from contextlib import contextmanager
@contextmanager
def ctx(n):
    print("enter", n)
    try:
        yield
    finally:
        print("leave", n)
cm = ctx("never exited")
cm.__enter__()
def g():
    with ctx("inside generator"):
        yield 1
it = g()
next(it)
print("end")
