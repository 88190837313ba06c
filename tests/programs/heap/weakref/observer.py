import weakref
class Subject:
    def __init__(self):
        self._observers = weakref.WeakSet()
        self._strong = []
    def attach(self, o, weak=True):
        if weak: self._observers.add(o)
        else: self._strong.append(o)
    def notify(self, event):
        for o in sorted([*self._observers, *self._strong], key=lambda o: o.name):
            o.update(event)
class Observer:
    def __init__(self, name): self.name = name
    def update(self, event): print(f"{self.name} got {event}")
    def __del__(self): print(f"{self.name} is gone")
s = Subject()
a, b, c = Observer("a"), Observer("b"), Observer("c")
s.attach(a); s.attach(b); s.attach(c, weak=False)
s.notify("one")
del a
s.notify("two")
del c
s.notify("three")
print(len(s._observers), len(s._strong))
b = None
s._strong.clear()
s.notify("nobody")
