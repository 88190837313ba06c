# Producers and consumers that hand things over in both directions.
import queue
import threading

orders = queue.Queue(maxsize=1)
answers = queue.Queue()
log = []


def cook():
    while (order := orders.get()) is not None:
        log.append(f"cook takes {order}")
        answers.put(order.upper())
        orders.task_done()
    orders.task_done()


worker = threading.Thread(target=cook, name="cook")
worker.start()
for order in ("soup", "fish", "cake"):
    orders.put(order)
    log.append(f"served {answers.get()}")
orders.put(None)
orders.join()
worker.join()
print(*log, sep="\n")

# Several consumers, one stream.
numbers = queue.Queue()
squares = []


def square():
    for n in iter(numbers.get, None):
        squares.append(n * n)


workers = [threading.Thread(target=square) for _ in range(3)]
for each in workers:
    each.start()
for n in range(10):
    numbers.put(n)
for _ in workers:
    numbers.put(None)
for each in workers:
    each.join()
print(sorted(squares), numbers.empty())

# Time-outs, and what does not wait.
for action in (
    lambda: numbers.get(timeout=0.01),
    lambda: numbers.get_nowait(),
    lambda: queue.SimpleQueue().get(timeout=0.01),
    lambda: numbers.get(timeout=-1),
    lambda: numbers.task_done(),
):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
full = queue.Queue(1)
full.put(1)
for wait in ({"block": False}, {"timeout": 0.01}):
    try:
        full.put(2, **wait)
    except queue.Full:
        print("full", wait)

# A thread that waits for room goes on when there is some.
late = threading.Thread(target=full.put, args=(2,))
late.start()
print(full.get(), full.get())
late.join()

# Shutting down wakes those who wait.
closing = queue.Queue()


def wait_for_nothing():
    try:
        closing.get()
    except queue.ShutDown:
        log.append("shut down")


waiter = threading.Thread(target=wait_for_nothing)
waiter.start()
closing.shutdown()
waiter.join()
print(log[-1], closing.is_shutdown)

order = queue.PriorityQueue()
stack = queue.LifoQueue()
for n in (3, 1, 2):
    order.put(n)
    stack.put(n)
print([order.get() for _ in range(3)], [stack.get() for _ in range(3)])
simple = queue.SimpleQueue()
feeder = threading.Timer(0.01, simple.put, ["late"])
feeder.start()
print(simple.get(), simple.qsize(), simple.empty())
