"""An event bus: weak handlers, one-shot handlers, errors that do not stop delivery."""
import weakref
from collections import defaultdict


class Event:
    def __init__(self, name, **data):
        self.name = name
        self.__dict__.update(data)

    def __repr__(self):
        data = ", ".join(f"{k}={v!r}" for k, v in sorted(vars(self).items()) if k != "name")
        return f"Event({self.name}{', ' if data else ''}{data})"


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self.delivered = 0
        self.errors = []

    def subscribe(self, name, handler, once=False):
        ref = weakref.WeakMethod(handler) if hasattr(handler, "__self__") else weakref.ref(handler)
        self._handlers[name].append((ref, once))
        return handler

    def on(self, name):
        return lambda handler: self.subscribe(name, handler)

    def publish(self, event):
        kept = []
        for ref, once in self._handlers[event.name]:
            handler = ref()
            if handler is None:
                continue
            try:
                handler(event)
                self.delivered += 1
            except Exception as error:
                self.errors.append(f"{type(error).__name__}: {error}")
            if not once:
                kept.append((ref, once))
        self._handlers[event.name] = kept

    def count(self, name):
        return sum(ref() is not None for ref, _ in self._handlers[name])


class Logger:
    def __init__(self, prefix):
        self.prefix = prefix
        self.lines = []

    def handle(self, event):
        self.lines.append(f"{self.prefix}{event}")
        print(self.lines[-1])

    def __del__(self):
        print(f"{self.prefix}logger gone after {len(self.lines)} lines")


bus = Bus()
log = Logger("[log] ")
audit = Logger("[audit] ")
bus.subscribe("save", log.handle)
bus.subscribe("save", audit.handle)


@bus.on("save")
def failing(event):
    raise ValueError(f"cannot handle {event.name}")


bus.subscribe("save", lambda event: print("this lambda is already dead"))
print("handlers:", bus.count("save"))
bus.publish(Event("save", file="a.txt"))
del audit
bus.publish(Event("save", file="b.txt"))
print("handlers:", bus.count("save"), "delivered:", bus.delivered)
print(bus.errors)


def once(event):
    print("only once:", event)


bus.subscribe("open", once, once=True)
bus.publish(Event("open"))
bus.publish(Event("open"))
del failing
bus.publish(Event("save", size=3, file="c"))
print(bus.count("save"), len(bus.errors))
log = None
bus.publish(Event("save"))
print("end", bus.delivered)
