import weakref
class C:
    def __init__(self, n): self.n = n
    def m(self): return f"m of {self.n}"
    @classmethod
    def cm(cls): pass
c = C(1)
r = weakref.ref(c.m)
print(r())
w = weakref.WeakMethod(c.m)
print(w()(), w() == c.m, w() is c.m, type(w).__name__, isinstance(w, weakref.ref))
w2 = weakref.WeakMethod(c.m)
print(w == w2, w is w2, hash(w) == hash(w2), w != w2)
d = C(2)
print(weakref.WeakMethod(d.m) == w)
wc = weakref.WeakMethod(c.m, lambda ref: print("method callback", ref() is None))
del c
print(w(), wc(), w == w2, w == w)
for bad in (len, lambda: 0, 5, C.m):
    try:
        weakref.WeakMethod(bad)
    except TypeError as error:
        print(error)
print(weakref.WeakMethod(C.cm)() == C.cm)
class Button:
    def __init__(self): self.handlers = []
    def on(self, handler): self.handlers.append(weakref.WeakMethod(handler))
    def click(self):
        for h in self.handlers:
            if (f := h()) is not None: print(f())
button = Button()
e = C("e")
button.on(e.m); button.on(d.m)
button.click()
del e
print("--")
button.click()
