class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i):
        if isinstance(i, slice):
            print("slice", i.start, i.stop, i.step)
            return Seq(*self.items[i])
        return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __contains__(self, x):
        print("contains", x)
        return x in self.items
    def __reversed__(self): return iter("reversed")
    def __repr__(self): return f"Seq{tuple(self.items)}"
    def __iter__(self):
        print("iter")
        return iter(self.items)
s = Seq(1, 2, 3, 4)
print(s[0], s[-1], s[1:3], s[::2], s[:], len(s))
s[0] = 10
del s[1]
print(s, 3 in s, 99 not in s, list(s), list(reversed(s)))
a, *b = s
print(a, b, sum(s), sorted(s), max(s), [*s])
class Old:
    def __getitem__(self, i):
        print("getitem", i)
        if i == 3: raise IndexError
        return i * i
print(list(Old()), 4 in Old())
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), list(zip(It(2), It(5))))
class NotIter:
    def __iter__(self): return 5
for thing in (NotIter(), 5, object()):
    try:
        for _ in thing: pass
    except TypeError as error:
        print(error)
print(Seq()[1:2, 3] if False else "ok")
