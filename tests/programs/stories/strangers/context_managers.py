import contextlib
import io
import sys


class Transaction:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("begin", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("rollback" if kind else "commit", self.name, value)
        return isinstance(value, KeyError)

    def __del__(self):
        print("gone", self.name)


with Transaction("one") as t:
    pass
del t
with Transaction("two"):
    raise KeyError("swallowed")
try:
    with Transaction("outer"), Transaction("inner") as inner:
        raise ValueError("passes")
except ValueError as error:
    print("caught", error, inner.name)
del inner


@contextlib.contextmanager
def indented(by):
    buffer = io.StringIO()
    old, sys.stdout = sys.stdout, buffer
    try:
        yield buffer
    finally:
        sys.stdout = old
        for line in buffer.getvalue().splitlines():
            print(" " * by + line)


with indented(4):
    print("hello")
    print("world")

with contextlib.ExitStack() as stack:
    for name in "xyz":
        stack.enter_context(Transaction(name))
    stack.callback(print, "callback")
    print("body")
with contextlib.suppress(ZeroDivisionError):
    1 / 0
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("captured")
print(repr(out.getvalue()), contextlib.nullcontext(5).__enter__())
with contextlib.closing(open) if False else contextlib.nullcontext():
    print("end")
