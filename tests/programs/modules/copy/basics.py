import copy
a = [1, [2, 3], {"k": [4]}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append(99); a.append("new"); a[2]["k"].append(5)
print(a, s, d, s[1] is a[1], d[1] is a[1])
class C:
    def __init__(self): self.items = [1]; self.me = self
c = C(); c2 = copy.copy(c); c3 = copy.deepcopy(c)
print(c2.items is c.items, c2.me is c, c3.items is c.items, c3.me is c3)
class D:
    def __init__(self, v): self.v = v
    def __copy__(self): print("__copy__"); return D(self.v)
    def __deepcopy__(self, memo): print("__deepcopy__", type(memo).__name__); return D(copy.deepcopy(self.v, memo))
copy.copy(D(1)); copy.deepcopy([D([1])])
t = (1, 2); u = (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(u) is u, copy.deepcopy(5), copy.deepcopy(None), copy.copy({1, 2}), copy.deepcopy({"a": (1, [2])}))
l = []; l.append(l); m = copy.deepcopy(l); print(m[0] is m, m is l)
x = [1]; pair = copy.deepcopy([x, x]); print(pair[0] is pair[1])
def f(): pass
print(copy.deepcopy(f) is f, copy.copy(C) is C)
class S:
    __slots__ = ("a",)
s = S(); s.a = [1]; s2 = copy.deepcopy(s); print(s2.a, s2.a is s.a, copy.copy(s).a is s.a)
import weakref
class W: pass
w = W(); r = weakref.ref(w); print(copy.copy(r) is r, copy.deepcopy([r])[0] is r)
