class C:
    x = 1
    def __init__(self): self.y = 2
    def m(self): return "m"
c = C()
print(getattr(c, "x"), getattr(c, "y"), getattr(c, "z", "default"), getattr(c, "m")(), hasattr(c, "x"), hasattr(c, "q"))
setattr(c, "z", 3)
setattr(C, "w", 4)
print(c.z, c.w, vars(c))
delattr(c, "z")
print(hasattr(c, "z"), c.__dict__)
print([n for n in dir(c) if not n.startswith("_")], [n for n in dir(C) if not n.startswith("__")])
print("__init__" in dir(c), sorted(vars(C).keys() - {"__firstlineno__", "__static_attributes__"}))
print(isinstance(c, C), isinstance(c, (int, C)), issubclass(C, object), issubclass(bool, int), isinstance(C, type), isinstance(1, int | str), type(c) == C)
print(callable(c.m), callable(c), id(c) == id(c), hash(c) == hash(c), type(c.m).__name__)
try:
    vars(5)
except TypeError as error:
    print(error)
for bad in (lambda: getattr(c, "none"), lambda: delattr(c, "none"), lambda: issubclass(c, C), lambda: isinstance(c, [C])):
    try: bad()
    except (AttributeError, TypeError) as error: print(error)
class D:
    def __dir__(self): return ["b", "a"]
    __slots__ = ("s",)
print(dir(D()), hasattr(D(), "s"))
class P:
    @property
    def bad(self): raise ValueError("not AttributeError")
try:
    hasattr(P(), "bad")
except ValueError as error:
    print(error)
print(dir()[:1], sorted(n for n in dir() if len(n) == 1))
