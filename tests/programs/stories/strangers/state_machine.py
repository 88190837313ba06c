from enum import Enum, Flag, auto
from types import MappingProxyType


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"

    def __str__(self):
        return self.value


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    ALL = READ | WRITE


class InvalidTransition(Exception):
    def __init__(self, state, event):
        super().__init__(f"{event!r} is not allowed while {state}")
        self.state = state


class Machine:
    table = MappingProxyType({
        (State.IDLE, "start"): State.RUNNING,
        (State.RUNNING, "finish"): State.DONE,
        (State.RUNNING, "abort"): State.IDLE,
    })

    def __init__(self):
        self.state = State.IDLE
        self.history = [self.state]

    def send(self, event):
        match self.table.get((self.state, event)):
            case None:
                raise InvalidTransition(self.state, event)
            case State.DONE as final:
                print("final state", final)
                self.state = final
            case other:
                self.state = other
        self.history.append(self.state)
        return self


machine = Machine()
machine.send("start").send("abort").send("start").send("finish")
print(" -> ".join(map(str, machine.history)))
try:
    machine.send("start")
except InvalidTransition as error:
    print(error, error.state, repr(error))
try:
    Machine.table["x"] = 1
except TypeError as error:
    print(error)
print(Perm.ALL, Perm.READ in Perm.ALL, Perm.READ | Perm.WRITE, ~Perm.READ, list(Perm.ALL), Perm(0))
print(State("done"), State["IDLE"], [s.name for s in State], State.DONE.value, len(State))
try:
    State("broken")
except ValueError as error:
    print(error)
