import weakref
print(sorted(n for n in weakref.__all__))
print(weakref.ref is weakref.ReferenceType, weakref.ProxyType.__name__, weakref.CallableProxyType.__name__, weakref.ref.__name__, weakref.ref.__module__)
print([c.__name__ for c in weakref.WeakMethod.__mro__], [c.__name__ for c in weakref.WeakValueDictionary.__mro__][:3], weakref.KeyedRef.__mro__[1] is weakref.ref)
class C: pass
c = C()
r = weakref.ref(c)
print(sorted(n for n in dir(r) if not n.startswith("_")), r.__callback__, weakref.getweakrefcount(c))
f = weakref.finalize(c, print)
print(sorted(n for n in dir(f) if not n.startswith("_")))
f.detach()
k = weakref.KeyedRef(c, None, "key") if False else None
try:
    weakref.nothing
except AttributeError as error:
    print(error)
try:
    r.__callback__ = print
except AttributeError as error:
    print(error)
