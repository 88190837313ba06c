import weakref
class C: pass
c = C()
print(weakref.getweakrefcount(c), weakref.getweakrefs(c))
r = weakref.ref(c)
p = weakref.proxy(c)
cb1 = weakref.ref(c, lambda r: None)
cb2 = weakref.proxy(c, lambda r: None)
print(weakref.getweakrefcount(c), [type(x).__name__ for x in weakref.getweakrefs(c)])
d = weakref.WeakValueDictionary(a=c, b=c)
s = weakref.WeakSet([c])
k = weakref.WeakKeyDictionary({c: 1})
f = weakref.finalize(c, print, "finalized")
print(weakref.getweakrefcount(c))
del cb1, cb2
print(weakref.getweakrefcount(c))
del r, p
print(weakref.getweakrefcount(c), sorted(type(x).__name__ for x in weakref.getweakrefs(c)))
del d, s, k
f.detach()
print(weakref.getweakrefcount(c))
