import gc
class C: pass
print(gc.get_referents([1, 2, 3]), gc.get_referents((1, 2, 3)), gc.get_referents({"a": 1, "b": 2}))
c = C(); c.a, c.b = "x", "y"
print([r for r in gc.get_referents(c) if isinstance(r, str)], gc.get_referents(c)[-1] is C)
class S: __slots__ = ("b", "a")
s = S(); s.a, s.b = "sa", "sb"
print([r for r in gc.get_referents(s) if isinstance(r, str)])
from collections import deque
print(gc.get_referents(deque([1, 2, 3])), gc.get_referents(slice(1, 2)), gc.get_referents(iter([9])) == [[9]], gc.get_referents(enumerate([5]))[0].__class__.__name__)
def f(a=1, *, k="kw"): return a
print([type(r).__name__ for r in gc.get_referents(f)])
print([type(r).__name__ for r in gc.get_referents(f.__code__)], [type(r).__name__ for r in gc.get_referents(C().__init__)])
print(gc.get_referents(ValueError("a"))[0], [type(r).__name__ for r in gc.get_referents(zip([1], (2,)))])
x = []
print([r for r in gc.get_referents({"k": x}, [x], (x,))])
