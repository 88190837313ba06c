class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, x, y=0):
        print("init", x, y)
a = A(1, y=2)
class Single:
    _it = None
    def __new__(cls):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it
    def __init__(self):
        print("init again")
print(Single() is Single())
class Other:
    def __new__(cls):
        return 42
    def __init__(self):
        print("never")
print(Other())
class Bad:
    def __init__(self):
        return 5
for call in (lambda: Bad(), lambda: object(1), lambda: A(), lambda: Single(3)):
    try:
        call()
    except TypeError as error:
        print(error)
class NoInit: pass
try:
    NoInit(1)
except TypeError as error:
    print(error)
try:
    NoInit(x=1)
except TypeError as error:
    print(error)
o = object.__new__(A)
print(type(o).__name__)
class Tup(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
print(Tup(1, 2), Tup(3, 4).a)
