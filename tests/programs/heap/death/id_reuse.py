print(id([]) == id([]))
print(id(object()) == id(object()))
class S:
    __slots__ = ("a",)
print(id(S()) == id(S()))
class C: pass
print(id(C()) == id(C()))
print(id({}) == id({}), id((1, [])) == id((2, [])), id(1.5 + id([])) == id(2.5 + id([])))
a = []
first = id(a)
del a
b = []
print(id(b) == first)
a, b = object(), object()
print(id(a) == id(b), a is b)
x = object()
old = id(x)
x = object()
print(id(x) == old)
x = None
y = object()
print(id(y) == old or True)
ids = {id(object()) for _ in range(100)}
print(len(ids))
objs = [object() for _ in range(100)]
print(len({id(o) for o in objs}))
print(object() is object(), [] is not [], id(C()) != id(C()) or "same")
def f():
    t = object()
    return id(t)
print(f() == f())
