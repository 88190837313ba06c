def log(func):
    print("decorating", func.__name__)
    def wrapper(*args, **kwargs):
        print("call", func.__name__, args, kwargs)
        result = func(*args, **kwargs)
        print("->", result)
        return result
    return wrapper
@log
def add(a, b=1):
    return a + b
add(1)
add(1, b=5)
print(add.__name__)
def repeat(times):
    def deco(func):
        def wrapper(*args):
            return [func(*args) for _ in range(times)]
        return wrapper
    return deco
@repeat(3)
@log
def hi(name):
    return "hi " + name
print(hi("bob"))
def class_deco(cls):
    cls.tag = cls.__name__.lower()
    return cls
@class_deco
class Thing:
    pass
print(Thing.tag)
class Count:
    def __init__(self, f):
        self.f = f
        self.calls = 0
    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)
@Count
def square(x):
    return x * x
square(2); square(3)
print(square.calls, square(4))
registry = {}
def register(name):
    return lambda f: registry.setdefault(name, f)
@register("one")
def f1(): return 1
@register("two")
def f2(): return 2
print({k: v() for k, v in registry.items()})
@(lambda f: "replaced")
def gone(): pass
print(gone)
