import heapq
import types
from collections import deque


class Scheduler:
    """An event loop of forty lines, over plain generators."""

    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.time = 0
        self.sequence = 0

    def spawn(self, coroutine):
        self.ready.append(coroutine)

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.time, _, coroutine = heapq.heappop(self.sleeping)
                self.ready.append(coroutine)
            coroutine = self.ready.popleft()
            try:
                request = coroutine.send(None)
            except StopIteration as stop:
                print(f"[{self.time}] {coroutine.__name__} ended with {stop.value!r}")
                continue
            if isinstance(request, int):
                self.sequence += 1
                heapq.heappush(self.sleeping, (self.time + request, self.sequence, coroutine))
            else:
                self.ready.append(coroutine)


@types.coroutine
def sleep(n):
    yield n


@types.coroutine
def switch():
    yield


async def ticker(name, n, delay):
    for i in range(n):
        print(name, i)
        await sleep(delay)
    return name


async def greedy():
    total = 0
    for i in range(3):
        total += i
        await switch()
    return total


scheduler = Scheduler()
scheduler.spawn(ticker("slow", 2, 5))
scheduler.spawn(ticker("fast", 3, 2))
scheduler.spawn(greedy())
scheduler.run()
print("time", scheduler.time)
never = greedy()
never.close()
try:
    never.send(None)
except RuntimeError as error:
    print(error)
