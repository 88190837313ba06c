"""A state machine whose states know their owner weakly."""
import gc
import weakref


class State:
    def __init__(self, machine):
        self._machine = weakref.ref(machine)

    @property
    def machine(self):
        machine = self._machine()
        if machine is None:
            raise ReferenceError(f"{type(self).__name__} outlived its machine")
        return machine

    def on(self, event):
        handler = getattr(self, f"on_{event}", None)
        if handler is None:
            return f"{type(self).__name__} ignores {event}"
        return handler()

    def __del__(self):
        print(f"    ~{type(self).__name__}")


class Idle(State):
    def on_coin(self):
        return self.machine.go(Ready)


class Ready(State):
    def on_push(self):
        self.machine.sold += 1
        return self.machine.go(Idle)

    def on_coin(self):
        self.machine.refunds += 1
        return "coin returned"

    def on_break(self):
        return self.machine.go(Broken)


class Broken(State):
    def on_repair(self):
        return self.machine.go(Idle)


class Machine:
    def __init__(self, name):
        self.name = name
        self.sold = self.refunds = 0
        self.log = []
        self.state = Idle(self)

    def go(self, state_class):
        old = type(self.state).__name__
        self.state = state_class(self)
        self.log.append(f"{old}->{state_class.__name__}")
        return self.log[-1]

    def send(self, *events):
        for event in events:
            print(f"  {event}: {self.state.on(event)}")

    def __del__(self):
        print(f"    ~Machine {self.name}: sold {self.sold}, refunds {self.refunds}")


gc.collect()
gc.disable()
m = Machine("one")
m.send("push", "coin", "coin", "push")
m.send("coin", "break", "coin", "repair")
print(m.log)
state = m.state
del m
try:
    state.on("coin")
except ReferenceError as error:
    print("error:", error)
del state
print("garbage:", gc.collect())


class StrongState(Idle):
    def __init__(self, machine):
        super().__init__(machine)
        self.owner = machine


m = Machine("two")
m.state = StrongState(m)
print("replaced")
del m
print("a strong owner makes a cycle:", gc.collect())
print("end")
