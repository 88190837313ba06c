from collections import defaultdict
from dataclasses import dataclass, field
import itertools
import weakref


@dataclass(frozen=True)
class Event:
    kind: str
    payload: dict = field(default_factory=dict, compare=False)


class Bus:
    def __init__(self):
        self.listeners = defaultdict(weakref.WeakSet)
        self.log = []

    def subscribe(self, kind, listener):
        self.listeners[kind].add(listener)

    def publish(self, event):
        handled = 0
        for listener in sorted(self.listeners[event.kind], key=lambda l: l.priority):
            listener.handle(event)
            handled += 1
        self.log.append((event.kind, handled))
        return handled


class Listener:
    _ids = itertools.count(1)

    def __init__(self, bus, *kinds, priority=0):
        self.id = next(self._ids)
        self.priority = priority
        for kind in kinds:
            bus.subscribe(kind, self)

    def handle(self, event):
        print(f"  listener {self.id} got {event.kind} {event.payload}")


bus = Bus()
first = Listener(bus, "saved", "deleted", priority=2)
second = Listener(bus, "saved", priority=1)
print(bus.publish(Event("saved", {"id": 1})))
del first
print(bus.publish(Event("saved", {"id": 2})), bus.publish(Event("deleted")))
print({kind: len(listeners) for kind, listeners in bus.listeners.items()})
print(bus.log, Event("a") == Event("a", {"x": 1}), hash(Event("a")) == hash(Event("a")))
try:
    Event("a").kind = "b"
except AttributeError as error:
    print(type(error).__name__, error)
