import weakref
class C: pass
def cb(ref): print("callback")
c = C()
r = weakref.ref(c, cb)
del r
del c
print("no callback: the reference died first")
class Holder: pass
h = Holder()
h.target = C()
h.ref = weakref.ref(h.target, cb)
del h
print("holder dies with both")
h = Holder()
h.ref = weakref.ref(h, cb)
h = None
print("own reference to itself")
pair = []
a = C()
pair.append(weakref.ref(a, cb))
pair.append(a)
del a
pair.clear()
print("list: reference before object")
a = C()
pair = [a, weakref.ref(a, cb)]
del a
pair.clear()
print("list: object before reference")
d = {}
a = C()
d["r"] = weakref.ref(a, cb); d["o"] = a
del a
d.clear()
print("dict")
def local():
    c = C()
    r = weakref.ref(c, cb)
local()
print("locals: object first")
def local2():
    r = None
    c = C()
    r = weakref.ref(c, cb)
local2()
print("locals: reference first")
