"""__del__, weakref callbacks and weakref.finalize side by side."""
import gc
import weakref


class WithDel:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"  __del__ of {self.name}: the object is still whole")


class Plain:
    def __init__(self, name):
        self.name = name


def callback(ref):
    print(f"  callback: referent is {ref()}")


def cleanup(name, extra=None):
    print(f"  finalize for {name} {extra or ''}".rstrip())


print("1. simple death")
a = WithDel("a")
a = None
b = Plain("b")
rb = weakref.ref(b, callback)
b = None
c = Plain("c")
fc = weakref.finalize(c, cleanup, "c", extra="(once)")
c = None
print("  alive:", fc.alive, "again:", fc())

print("2. all three")
d = WithDel("d")
rd = weakref.ref(d, callback)
fd = weakref.finalize(d, cleanup, "d")
del d

print("3. in a cycle")
gc.collect()
e = WithDel("e")
e.me = e
re = weakref.ref(e, callback)
fe = weakref.finalize(e, cleanup, "e")
del e
print("  nothing yet; collecting")
print("  unreachable:", gc.collect())

print("4. resurrection")
graveyard = []


class Zombie:
    def __del__(self):
        graveyard.append(self)
        print("  zombie saved itself")


z = Zombie()
rz = weakref.ref(z, callback)
del z
print("  weak reference still works:", rz() is graveyard[0])
graveyard.clear()
print("  dead for good:", rz())

print("5. errors")


class Faulty:
    def __del__(self):
        raise RuntimeError("ignored")


import sys

sys.unraisablehook = lambda info: print("  hook got", type(info.exc_value).__name__, info.exc_value)
Faulty()
p = Plain("p")
rp = weakref.ref(p, lambda ref: 1 / 0)
del p
q = Plain("q")
weakref.finalize(q, int, "not a number")
del q

print("6. explicit close")


class Resource:
    def __init__(self, name):
        self._finalizer = weakref.finalize(self, cleanup, name)

    def close(self):
        return self._finalizer()

    @property
    def closed(self):
        return not self._finalizer.alive


r = Resource("explicit")
r.close()
print("  closed:", r.closed)
r.close()
s = Resource("implicit")
del s
t = Resource("at exit")
print("end")
