import weakref
class K:
    def __init__(self, n): self.n = n
ks = [K(i) for i in range(3)]
refs = {weakref.ref(k): k.n for k in ks}
print(len(refs), refs[weakref.ref(ks[1])])
lst = [weakref.ref(k) for k in ks]
print(lst == [weakref.ref(k) for k in ks], lst.index(weakref.ref(ks[2])), weakref.ref(ks[0]) in lst)
del ks[1]
import gc
print([r() and r().n for r in lst])
live = [r for r in lst if r() is not None]
print(len(live), [v for r, v in refs.items() if r() is None])
s = {weakref.ref(k) for k in ks} | set(live)
print(len(s))
t = tuple(lst)
del ks[:]
print([r() for r in t], len({id(r) for r in t}))
