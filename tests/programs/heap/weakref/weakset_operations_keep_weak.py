import weakref
class E:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"E{self.n}"
a, b, c = E(1), E(2), E(3)
s1, s2 = weakref.WeakSet([a, b]), weakref.WeakSet([b, c])
u, i, d, x = s1 | s2, s1 & s2, s1 - s2, s1 ^ s2
print(*(len(s) for s in (u, i, d, x)))
del b
print(*(len(s) for s in (u, i, d, x)))
it = iter(u)
first = next(it)
n = first.n
a = c = None
print(len(u), first.n == n)
del it, first
print(len(u))
l = [E(i) for i in range(5)]
w = weakref.WeakSet(l)
print(len(w), sorted(e.n for e in w if e.n > 2))
strong = set(w)
l.clear()
print(len(w))
strong.pop()
print(len(w))
strong.clear()
print(len(w), w == weakref.WeakSet(), w.copy() == w, repr(w).startswith("{") or type(w).__name__)
