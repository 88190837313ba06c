import weakref
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def cb(ref):
    print("callback", ref() is None, ref is r)
c = C(1)
r = weakref.ref(c, cb)
del c
print("gone", r())
c = C(2)
r1 = weakref.ref(c, lambda ref: print("first"))
r2 = weakref.ref(c, lambda ref: print("second"))
r3 = weakref.ref(c, lambda ref: print("third"))
del r2
del c
print("--")
c = C(3)
weakref.ref(c, lambda ref: print("anonymous never"))
del c
print("--")
c = C(4)
refs = [weakref.ref(c, lambda ref, i=i: print("cb", i)) for i in range(4)]
print(weakref.getweakrefcount(c), weakref.getweakrefs(c) == refs[::-1])
print(refs[0].__callback__ is not None, weakref.ref(c).__callback__)
c = None
print(refs[0].__callback__, refs[0])if False else print(refs[0].__callback__)
def once(ref): print("once")
d = C(5)
r = weakref.ref(d, once)
keep = d
del d
print("still held")
del keep
print("end")
