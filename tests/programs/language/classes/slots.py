class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), P.__slots__)
for action in ("p.z = 1", "p.__dict__", "del p.x; p.x", "del p.x"):
    try:
        exec(action)
    except AttributeError as error:
        print(error)
class Q(P):
    pass
q = Q(1, 2)
q.z = 3
print(q.__dict__)
class R(P):
    __slots__ = "w",
r = R(1, 2)
r.w = 9
print(r.x, r.w, hasattr(r, "__dict__"))
class S:
    __slots__ = {"a": "doc of a", "b": None}
print(type(S.a).__name__, S.a.__name__, S.a.__doc__)
class T:
    __slots__ = ("__dict__",)
t = T()
t.anything = 1
print(vars(t))
try:
    class U:
        __slots__ = ("v",)
        v = 1
except ValueError as error:
    print(error)
try:
    class V(P, S):
        pass
except TypeError as error:
    print(error)
try:
    class W(int):
        __slots__ = ("n",)
except TypeError as error:
    print(error)
class Private:
    __slots__ = ("__secret",)
    def __init__(self): self.__secret = 4
print(Private()._Private__secret)
