# Source of functions, classes and frames of the program.
import inspect, functools, sys

# About f.
# Twice.
def deco(*a):
    return lambda f: f

# A comment
@deco(1,
      2)
def f(x):
    """Doc."""
    if x:
        return 1

    # end comment
    return [
        2,
    ]
# not part

class A(object):
    # inside
    x = 1

    def m(self): return 2

    @property
    def p(self):
        return 3

    class B:
        y = 2
    async def co(self):
        await 1

g = lambda x: (x +
   1)
h = [lambda: 1, lambda: 2]
def one(): pass
@functools.wraps(f)
def w(): pass
for o in (f, A, A.m, A().m, A.p.fget, A.B, A.co, g, h[0], one, w, deco, f.__code__):
    print(inspect.getsourcelines(o)); print(inspect.getsource(o), end='|\n')
    print(repr(inspect.getcomments(o)))
print(inspect.getsourcefile(f).rpartition('/')[2], inspect.getfile(A).rpartition('/')[2], inspect.getmodule(f), inspect.getmodule(f.__code__))
print(len(inspect.getsource(sys.modules['__main__'])), inspect.getcomments(sys.modules['__main__']))
print(inspect.getsource(inspect.currentframe())[:20], inspect.getsourcelines(inspect.currentframe())[1])
def inner():
    fr = inspect.currentframe()
    return inspect.getsourcelines(fr)
print(inner())
try: 1/0
except ZeroDivisionError as e: print(inspect.getsourcelines(e.__traceback__)[1])
ns={}
exec("def z(): pass\nclass Z: pass", ns)
for o in (ns['z'], ns['Z'], len, int, 3, type(sys), sys):
    for fn in (inspect.getsource, inspect.getsourcefile, inspect.getcomments):
        try: print(fn(o))
        except (OSError, TypeError) as e: print(type(e).__name__, e)
