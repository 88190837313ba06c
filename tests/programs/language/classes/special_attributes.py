class C:
    """Doc."""
    x: int = 1
    y: "str"
    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name}")
    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)
print(C.__doc__, C.__annotations__, C.__dict__["x"], C.__qualname__)
c = C()
c.z = 1
print(c.z, c.dyn_hello, hasattr(c, "nope"))
try:
    c.nope
except AttributeError as error:
    print(error, error.name, error.obj is c)
class G:
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)
    def m(self): return "m"
g = G()
g.v = 3
print(g.v, g.m())
class Call:
    def __call__(self, a, *, b=2): return a, b
print(Call()(1), Call()(1, b=3))
class Fmt:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{Fmt()} {Fmt():abc} {Fmt()!r:>6} {Fmt()!s}", "{:x}".format(Fmt()))
class Idx:
    def __index__(self): return 3
print([0, 1, 2, 3, 4][Idx()], range(10)[Idx()], hex(Idx()), "abcdef"[Idx():], "a" * Idx())
class H:
    def __hash__(self): return 5
    def __eq__(self, o): return isinstance(o, H)
print(len({H(), H()}), hash(H()))
class E:
    def __eq__(self, o): return True
try:
    hash(E())
except TypeError as error:
    print(error)
print(E.__hash__)
