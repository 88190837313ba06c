import weakref
class C: pass
seen = []
c = C()
r1 = weakref.ref(c, seen.append)
r2 = weakref.ref(c, seen.append)
del c
print(len(seen), seen[0] is r2, seen[1] is r1, [s() for s in seen])
d = C()
class Rem:
    def __init__(self): self.refs = {}
    def watch(self, o, name): self.refs[weakref.ref(o, self.gone)] = name
    def gone(self, ref): print("gone", self.refs.pop(ref))
w = Rem()
w.watch(d, "d")
e = C()
w.watch(e, "e")
print(len(w.refs))
del d
print(len(w.refs))
del w
del e
print("watcher gone first, no callback")
