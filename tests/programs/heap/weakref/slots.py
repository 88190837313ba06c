import weakref
class Plain:
    __slots__ = ("v",)
    def __init__(self, v): self.v = v
class Weak:
    __slots__ = ("v", "__weakref__")
    def __init__(self, v): self.v = v
try:
    weakref.ref(Plain(1))
except TypeError as error:
    print(error)
w = Weak(2)
r = weakref.ref(w, lambda ref: print("gone"))
print(r().v, hasattr(w, "__dict__"), w.__weakref__ is r, "__weakref__" in dir(w))
del w
print(r())
class Sub(Plain):
    __slots__ = ("w", "__weakref__")
s = Sub(3)
print(weakref.ref(s)() is s)
try:
    class Twice(Weak):
        __slots__ = ("__weakref__",)
except TypeError as error:
    print(error)
class Normal: pass
n = Normal()
print(n.__weakref__)
rn = weakref.ref(n)
print(n.__weakref__ is rn)
values = weakref.WeakValueDictionary()
try:
    values["p"] = Plain(1)
except TypeError as error:
    print(error)
k = Weak(9)
values["w"] = k
print(values["w"].v, len(values))
del k
print(len(values))
try:
    weakref.WeakSet([Plain(4)])
except TypeError as error:
    print(error)
