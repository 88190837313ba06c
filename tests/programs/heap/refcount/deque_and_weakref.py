import sys, weakref
from collections import deque
class C: pass
c = C()
n = sys.getrefcount(c)
r = weakref.ref(c)
p = weakref.proxy(c)
w = weakref.WeakValueDictionary(a=c)
s = weakref.WeakSet([c])
k = weakref.WeakKeyDictionary({c: 1})
f = weakref.finalize(c, print, "finalized")
print(sys.getrefcount(c) - n)
strong = r()
print(sys.getrefcount(c) - n)
v = w["a"]
print(sys.getrefcount(c) - n)
for x in s: print(sys.getrefcount(c) - n)
del x
for x in w.values(): print(sys.getrefcount(c) - n)
del x
print([sys.getrefcount(q) - n for q in k])
d = deque([c, c], 2)
print(sys.getrefcount(c) - n)
d.append(None)
print(sys.getrefcount(c) - n)
del strong, v, d
print(sys.getrefcount(c) - n, weakref.getweakrefcount(c))
print(sys.getrefcount(r), sys.getrefcount(weakref.ref(c)))
del c
print(r(), len(w), len(s), len(k))
