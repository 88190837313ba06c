import weakref, gc
def f(): return "f"
r = weakref.ref(f, lambda ref: print("function gone"))
print(r()())
del f
l = lambda: 0
rl = weakref.ref(l)
l = None
print(rl())
class C: pass
rc = weakref.ref(C, lambda ref: print("class gone"))
o = C()
del C
gc.collect()
print(rc() is type(o))
del o
print(rc() is None)
gc.collect()
print(rc())
import types
m = types.ModuleType("made")
rm = weakref.ref(m, lambda ref: print("module gone"))
m.x = 1
del m
def g(): yield 1
it = g()
ri = weakref.ref(it, lambda ref: print("generator gone"))
next(it)
del it
s = {1, 2}
rs = weakref.ref(s, lambda ref: print("set gone"))
s |= {3}
s = s | {4}
class E(Exception): pass
e = E("x")
re = weakref.ref(e, lambda ref: print("exception gone"))
try:
    raise e
except E:
    pass
del e
print(re())
b = weakref.ref(print)
print(b() is print)
print(sum(1 for _ in weakref.getweakrefs(print)))
