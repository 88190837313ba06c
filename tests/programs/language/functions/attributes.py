def f(a, b=1):
    """Doc of f."""
    return a
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__)
f.calls = 0
f.calls += 1
print(f.calls, f.__dict__)
f.__name__ = "renamed"
print(f.__name__, f.__code__.co_name)
f.__defaults__ = (10,)
print(f(1), f.__code__.co_varnames, f.__code__.co_nlocals)
class C:
    def m(self): pass
    class D:
        def n(self): pass
print(C.m.__qualname__, C.D.n.__qualname__, C.D.__qualname__)
def outer():
    def inner(): pass
    return inner, lambda: 0
i, l = outer()
print(i.__qualname__, l.__qualname__, l.__name__)
print(f.__globals__ is globals(), f.__closure__)
print(callable(f), callable(3), callable(C), callable(C()))
print(type(f).__name__, type(C().m).__name__, type(len).__name__, type([].append).__name__)
print(C().m.__self__.__class__.__name__, C().m.__func__ is C.m)
def g(): pass
g.__code__ = (lambda: "swapped").__code__
print(g())
