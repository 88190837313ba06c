import weakref
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("__del__", self.n)
a = C("a")
b = C("b")
weakref.finalize(a, print, "finalize a")
weakref.finalize(b, print, "finalize b")
r = weakref.ref(a, lambda ref: print("callback a"))
r2 = weakref.ref(b, lambda ref: print("callback b"))
w = weakref.WeakValueDictionary(a=a)
print("end")
