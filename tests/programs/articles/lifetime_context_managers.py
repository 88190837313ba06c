"""Context managers that track lifetimes of what they hand out."""
import weakref
from contextlib import contextmanager, ExitStack


class Handle:
    def __init__(self, name):
        self.name = name
        self.valid = True

    def use(self):
        if not self.valid:
            raise ValueError(f"{self.name} used after its block")
        return f"using {self.name}"

    def __del__(self):
        print(f"  {self.name}: memory released (valid={self.valid})")


@contextmanager
def acquire(name):
    handle = Handle(name)
    print(f"  {name}: acquired")
    try:
        yield handle
    except KeyError as error:
        print(f"  {name}: swallowed {error!r}")
    finally:
        handle.valid = False
        print(f"  {name}: released")


class Tracker:
    """Reports which of the objects made inside its block outlive it."""

    def __init__(self):
        self.refs = []

    def track(self, obj, label):
        self.refs.append((label, weakref.ref(obj)))
        return obj

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        survivors = [label for label, ref in self.refs if ref() is not None]
        print("  survivors:", survivors or "none")
        return False


print("plain")
with acquire("a") as a:
    print(a.use())
try:
    a.use()
except ValueError as error:
    print("error:", error)
del a

print("swallowed")
with acquire("b"):
    raise KeyError("missing")

print("propagated")
try:
    with acquire("c") as c:
        raise RuntimeError("stop")
except RuntimeError as error:
    print("error:", error)
c = None

print("stack")
with ExitStack() as stack:
    handles = [stack.enter_context(acquire(f"s{i}")) for i in range(3)]
    print([h.use() for h in handles])
    handles.pop()
    print("  one handle forgotten")
handles = None

print("tracker")
kept = []
with Tracker() as tracker:
    tracker.track(Handle("temporary"), "temporary")
    kept.append(tracker.track(Handle("kept"), "kept"))
    local = tracker.track(Handle("local"), "local")
    del local
kept.clear()
print("pop_all")
with ExitStack() as stack:
    stack.enter_context(acquire("moved"))
    later = stack.pop_all()
print("  block is over, not released")
later.close()
del stack, later
print("end")
