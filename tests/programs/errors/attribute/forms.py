import math, sys
class C:
    __slots__ = ("a",)
class D:
    x = 1
def f(): pass
cases = ["C().a", "C().b", "C().b = 1", "D().y", "D.y", "del D().x", "del D().q", "f.missing", "math.pie", "None.foo", "(5).foo", "[].foo = 1", "(1).x = 2", "int.foo", "int.x = 1", "object().x = 1", "type.mro()", "(lambda: 0).x", "D().__dict__.y", "super().x", "f.__code__.x", "D.__dict__['zz']", "setattr(5, 'x', 1)", "getattr(D(), 'none')", "getattr(D(), 5)", "delattr(D(), 'x')", "hasattr(D(), 3)", "sys.no_such", "len.__self__.zork", "None.append(1)", "'abc'.foo()", "{}.has_key(1)", "D().x.y.z"]
for case in cases:
    try:
        exec(case)
        print("fine", case)
    except Exception as error:
        print(type(error).__name__, error)
