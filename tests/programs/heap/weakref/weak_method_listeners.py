import weakref
class Signal:
    def __init__(self): self._slots = []
    def connect(self, f):
        ref = weakref.WeakMethod(f, self._cleanup) if hasattr(f, "__self__") else weakref.ref(f, self._cleanup)
        self._slots.append(ref)
    def _cleanup(self, ref): self._slots.remove(ref)
    def emit(self, *args):
        return [f(*args) for r in self._slots if (f := r())]
class Receiver:
    def __init__(self, n): self.n = n
    def got(self, v): return (self.n, v)
sig = Signal()
a, b = Receiver("a"), Receiver("b")
def plain(v): return ("plain", v)
sig.connect(a.got); sig.connect(b.got); sig.connect(plain)
print(sig.emit(1), len(sig._slots))
del a
print(sig.emit(2), len(sig._slots))
del plain
print(sig.emit(3), len(sig._slots))
b = None
print(sig.emit(4), len(sig._slots))
