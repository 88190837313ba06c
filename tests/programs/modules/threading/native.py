# Threads that wait inside of calls made by built-in functions.
import functools
import queue
import threading
import time
from contextlib import contextmanager

keys = queue.Queue()


def feed(*values):
    for value in values:
        time.sleep(0.005)
        keys.put(value)


threading.Thread(target=feed, args=(3, 1, 2)).start()
print(sorted("abc", key=lambda _: keys.get()))
threading.Thread(target=feed, args=("x", "y")).start()
print(list(map(lambda _: keys.get(), range(2))))


class Slow:
    def __del__(self):
        print("let go of", keys.get())


threading.Thread(target=feed, args=("it",)).start()
slow = Slow()
del slow

log = []


def nap(seconds, name):
    time.sleep(seconds)
    log.append(name)


naps = [threading.Thread(target=functools.partial(nap, n / 50, name=str(n))) for n in (3, 1, 2)]
for each in naps:
    each.start()
for each in naps:
    each.join()
print(log)


@contextmanager
def holding(lock):
    lock.acquire()
    try:
        yield lock
    finally:
        lock.release()


lock = threading.Lock()
shared = []


def append(n):
    with holding(lock):
        shared.append(n)
        time.sleep(0.002)
        shared.append(n)


pairs = [threading.Thread(target=append, args=(n,)) for n in range(3)]
for each in pairs:
    each.start()
for each in pairs:
    each.join()
print(all(shared[i] == shared[i + 1] for i in range(0, 6, 2)))


def numbers():
    while (n := keys.get()) is not None:
        yield n


threading.Thread(target=feed, args=(1, 2, 3, None)).start()
print(sum(numbers()))


class Worker:
    def __call__(self, n):
        time.sleep(0.01)
        log.append(n)


callers = [threading.Thread(target=Worker(), args=(n,)) for n in range(2)]
for each in callers:
    each.start()
for each in callers:
    each.join()
print(sorted(log[3:]))
