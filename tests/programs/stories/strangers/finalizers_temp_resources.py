import atexit
import weakref


class TempDir:
    _count = 0

    def __init__(self, prefix="tmp"):
        TempDir._count += 1
        self.name = f"/{prefix}{TempDir._count}"
        self._finalizer = weakref.finalize(self, self._cleanup, self.name)

    @staticmethod
    def _cleanup(name):
        print("removing", name)

    def remove(self):
        self._finalizer()

    @property
    def removed(self):
        return not self._finalizer.alive

    def __enter__(self):
        return self.name

    def __exit__(self, *exc):
        self.remove()


a = TempDir()
b = TempDir("work")
print(a.removed, b.name)
a.remove()
a.remove()
print(a.removed)
del b
with TempDir("ctx") as name:
    print("inside", name)
kept = TempDir("kept")
detached = TempDir("detached")
print(detached._finalizer.detach()[1].__name__, detached.removed)
print(kept._finalizer)  if False else print(kept._finalizer.alive, kept._finalizer.atexit)
atexit.register(print, "atexit callback")
print("end of program")
