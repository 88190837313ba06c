import weakref
class Node: pass
class Named:
    def __init__(self): self.__name__ = "custom"
n = Node()
r = weakref.ref(n)
print(r)
del n
print(r)
m = Named()
print(weakref.ref(m))
def f(): pass
rf = weakref.ref(f)
print(rf)
print(weakref.ref(Node))
p = weakref.proxy(m)
print(type(p).__name__, repr(p).split(" at ")[0])
s = {1}
rs = weakref.ref(s)
print(rs)
print(weakref.proxy(f)() is None, type(weakref.proxy(f)).__name__)
print(weakref.WeakSet(), weakref.WeakValueDictionary(), weakref.WeakKeyDictionary())
del f
print(rf)
