import weakref
_ids = {}
_objects = weakref.WeakValueDictionary()
_next = 1
def remember(obj):
    global _next
    oid = _next
    _next += 1
    _objects[oid] = obj
    return oid
def id2obj(oid): return _objects[oid]
class Thing:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"Thing({self.n})"
a, b = Thing(1), Thing(2)
ia, ib = remember(a), remember(b)
print(id2obj(ia), id2obj(ib))
del a
try:
    id2obj(ia)
except KeyError as error:
    print("gone:", error)
print(ib in _objects, len(_objects), list(_objects.items()))
