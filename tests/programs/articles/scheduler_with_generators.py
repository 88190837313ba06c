"""Cooperative tasks: generators that die in different ways."""
from collections import deque


class Task:
    serial = 0

    def __init__(self, generator, name):
        Task.serial += 1
        self.id = Task.serial
        self.name = name
        self.generator = generator
        self.value = None

    def step(self):
        return self.generator.send(self.value)

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print(f"    {self.name} released")


class Scheduler:
    def __init__(self):
        self.queue = deque()
        self.results = {}

    def spawn(self, generator, name):
        task = Task(generator, name)
        self.queue.append(task)
        return task.id

    def run(self, limit=50):
        for _ in range(limit):
            if not self.queue:
                return "idle"
            task = self.queue.popleft()
            try:
                request = task.step()
            except StopIteration as stop:
                self.results[task.name] = stop.value
                print(f"  {task!r} finished with {stop.value!r}")
            except Exception as error:
                self.results[task.name] = error
                print(f"  {task!r} failed: {type(error).__name__}: {error}")
            else:
                self.handle(task, request)
            task = None
        return "limit reached"

    def handle(self, task, request):
        match_name = request[0] if isinstance(request, tuple) else None
        if match_name == "spawn":
            task.value = self.spawn(request[1], request[2])
        elif match_name == "kill":
            victims = [t for t in self.queue if t.name == request[1]]
            for victim in victims:
                self.queue.remove(victim)
                victim.generator.close()
            task.value = len(victims)
        else:
            task.value = request
        self.queue.append(task)


def counter(n):
    try:
        for i in range(n):
            yield i
        return f"counted {n}"
    finally:
        print(f"    counter({n}) cleaned up")


def failing():
    yield 1
    yield {}["missing"]


def parent():
    child = yield ("spawn", counter(10), "endless")
    print("    spawned task", child)
    yield
    killed = yield ("kill", "endless")
    return f"killed {killed}"


scheduler = Scheduler()
scheduler.spawn(counter(2), "count")
scheduler.spawn(failing(), "fail")
scheduler.spawn(parent(), "parent")
print(scheduler.run())
for name in sorted(scheduler.results):
    print(name, "->", repr(scheduler.results[name]))
scheduler.spawn(counter(100), "unfinished")
print(scheduler.run(5))
print("left in the queue:", list(scheduler.queue))
del scheduler
print("end")
