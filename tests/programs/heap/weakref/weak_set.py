import weakref
class E:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"E{self.n}"
def names(s): return sorted(e.n for e in s)
s = weakref.WeakSet()
a, b, c = E(1), E(2), E(3)
s.add(a); s.add(b); s.update([c, a])
print(len(s), names(s), a in s, E(1) in s, 5 in s)
del b
print(len(s), names(s))
s.discard(E(9)); s.remove(c)
try:
    s.remove(c)
except KeyError as error:
    print(type(error).__name__)
s.add(E("temp"))
print(len(s))
t = weakref.WeakSet([a, c])
print(names(s | t), names(s & t), names(t - s), names(s ^ t), s <= t, s < t, t >= s, s == t, s.isdisjoint([c]), names(t.union([E(7)])))
u = t.copy()
u.difference_update([a])
print(names(u), names(t), type(u).__name__)
t |= {a}; t &= {a, c}; t -= {c}
print(names(t))
for bad in (5, "x", (1,), [1], None):
    try:
        s.add(bad)
    except TypeError as error:
        print(error)
print(s.pop() is a, len(s))
try:
    s.pop()
except KeyError as error:
    print(repr(error))
for e in t:
    print("iterating", e)
del e
del a
print(len(t), bool(t), list(t))
many = [E(i) for i in range(10)]
w = weakref.WeakSet(many)
for e in w:
    if e.n % 2 == 0: many.remove(e)
print(len(many))
del e
print(names(w))
w.clear()
print(len(w), weakref.WeakSet([E(1)]) == weakref.WeakSet())
try:
    hash(w)
except TypeError as error:
    print(error)
