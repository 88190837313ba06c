"""Lazy objects that load on first use and unload when nobody looks."""
import weakref


class Heavy:
    loads = []

    def __init__(self, name):
        self.name = name
        self.data = [name] * 3
        Heavy.loads.append(name)
        print(f"  load {name}")

    def __len__(self):
        return len(self.data)

    def __del__(self):
        print(f"  unload {self.name}")


class Lazy:
    """Stands for a Heavy that is made when first needed, and kept weakly."""

    def __init__(self, name):
        self._name = name
        self._ref = lambda: None

    def _target(self):
        target = self._ref()
        if target is None:
            target = Heavy(self._name)
            self._ref = weakref.ref(target, self._gone)
        return target

    def _gone(self, ref):
        print(f"  ({self._name} noticed)")

    def __getattr__(self, attribute):
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return getattr(self._target(), attribute)

    def __len__(self):
        return len(self._target())

    def __enter__(self):
        self._pin = self._target()
        return self._pin

    def __exit__(self, *exc):
        del self._pin


x = Lazy("x")
print("nothing loaded:", Heavy.loads)
print("name:", x.name)
print("len:", len(x))
print("loads:", Heavy.loads)
with x as pinned:
    print("inside:", x.name, len(x), pinned.data)
    print("loads:", len(Heavy.loads))
del pinned
print("outside")
try:
    x.missing
except AttributeError as error:
    print("error:", error)
print("loads:", len(Heavy.loads))


class Attached:
    """A descriptor that stores values beside the objects, weakly."""

    def __init__(self, factory):
        self.values = weakref.WeakKeyDictionary()
        self.factory = factory

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        if obj not in self.values:
            print(f"  making {self.name}")
            self.values[obj] = self.factory()
        return self.values[obj]

    def __set__(self, obj, value):
        self.values[obj] = value


class Widget:
    __slots__ = ("__weakref__",)
    tags = Attached(list)
    style = Attached(dict)


w, v = Widget(), Widget()
w.tags.append("big")
v.style = {"color": "red"}
print(w.tags, v.style, v.tags, len(Widget.tags.values), len(Widget.style.values))
del w
print(len(Widget.tags.values), len(Widget.style.values))
v = None
print(len(Widget.tags.values), len(Widget.style.values))
x = None
print("end")
