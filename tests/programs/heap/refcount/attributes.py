import sys
class C: pass
obj = object()
base = sys.getrefcount(obj)
def delta(label): print(label, sys.getrefcount(obj) - base)
c = C()
c.x = obj
delta("instance attribute")
c.y = c.x
delta("two")
c.__dict__["z"] = obj
delta("through dict")
C.shared = obj
delta("class attribute")
del c.x
delta("deleted one")
c.__dict__.clear()
delta("dict cleared")
del C.shared
delta("class attr deleted")
class S:
    __slots__ = ("a", "b")
s = S()
s.a = s.b = obj
delta("slots")
s.a = None
delta("slot replaced")
del s
delta("slotted gone")
setattr(c, "n", obj)
delta("setattr")
c = None
delta("instance gone")
class P:
    @property
    def value(self): return obj
p = P()
p.value
delta("property leaves nothing")
v = p.value
delta("kept")
def f(): pass
f.tag = obj
delta("function attribute")
f.__defaults__ = (obj, obj)
delta("defaults set")
del f
delta("function gone")
import math
math.extra = obj
delta("module attribute")
del math.extra
delta("end")
