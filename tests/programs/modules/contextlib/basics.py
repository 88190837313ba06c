from contextlib import contextmanager, suppress, closing, ExitStack, redirect_stdout, nullcontext, ContextDecorator
import io
@contextmanager
def tag(name):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print(">", name)
with tag("a") as t:
    print(t)
with tag("b"):
    raise ValueError("v")
try:
    with tag("c"):
        raise KeyError("k")
except KeyError as error:
    print("outside", error)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
class Closer:
    def close(self): print("closed")
with closing(Closer()) as c:
    print("using")
with ExitStack() as stack:
    stack.enter_context(tag("s1"))
    stack.enter_context(tag("s2"))
    stack.callback(print, "callback")
    stack.push(lambda *a: print("exit args", a[0]))
buf = io.StringIO()
with redirect_stdout(buf):
    print("hidden")
print(repr(buf.getvalue()))
with nullcontext(3) as n: print(n)
@tag("deco")
def f(): print("body")
f(); f()
class CD(ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit")
@CD()
def g(): return "g"
print(g())
@contextmanager
def bad(): 
    if False: yield
try:
    with bad(): pass
except RuntimeError as error:
    print(error)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as error:
    print(error)
