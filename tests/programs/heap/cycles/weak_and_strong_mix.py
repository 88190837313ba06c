import gc, weakref
gc.collect()
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def weak_back():
    a, b = N("a"), N("b")
    a.next, b.prev = b, weakref.ref(a)
weak_back()
print(gc.collect())
def weak_both():
    a, b = N("a"), N("b")
    a.next, b.prev = weakref.ref(b), weakref.ref(a)
    return b
b = weak_both()
print(b.prev())
del b
print(gc.collect())
def proxy_cycle():
    a = N("a")
    a.me = weakref.proxy(a)
    print(a.me.n)
proxy_cycle()
print(gc.collect())
def weak_dict():
    a = N("owner")
    a.reg = weakref.WeakValueDictionary(me=a)
weak_dict()
print(gc.collect())
def weak_key_value_cycle():
    d = weakref.WeakKeyDictionary()
    k = N("key")
    d[k] = k
    return d
d = weak_key_value_cycle()
print(len(d), gc.collect(), len(d))
del d
print(gc.collect())
def ws():
    a = N("in set")
    a.s = weakref.WeakSet([a])
ws()
print(gc.collect())
