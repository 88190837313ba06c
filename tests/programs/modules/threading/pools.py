# concurrent.futures: work for a few threads.
import threading
import time
from concurrent.futures import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, ThreadPoolExecutor, TimeoutError, as_completed,
    wait)


def nap(n):
    time.sleep(n / 50)
    return n


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(nap, n) for n in (3, 1, 2)]
    print([each.result() for each in as_completed(futures)])
    print(list(pool.map(nap, (2, 0, 1))))
    print(len(pool._threads) <= 3, futures[0].done())

    done, left = wait([pool.submit(nap, n) for n in (4, 1)], return_when=FIRST_COMPLETED)
    print([each.result() for each in done], len(left))
    done, left = wait(left, return_when=ALL_COMPLETED)
    print([each.result() for each in done], len(left))

    bad = pool.submit(lambda: 1 / 0)
    print(repr(bad.exception()), wait([bad], return_when=FIRST_EXCEPTION).done == {bad})
    try:
        bad.result()
    except ZeroDivisionError as error:
        print("raised", error)
    slow = pool.submit(nap, 3)
    try:
        slow.result(timeout=0.001)
    except TimeoutError:
        print("too slow", slow.running())
    told = []
    slow.add_done_callback(lambda future: told.append(future.result()))
    slow.result()
print(told, slow.done())

# One worker: what waits can be called off.
gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    first = pool.submit(gate.wait)
    second = pool.submit(nap, 0)
    print(first.cancel(), second.cancel(), second.cancelled())
    gate.set()
    try:
        second.result()
    except CancelledError as error:
        print("cancelled")

names = set()


def greet(greeting):
    names.add((greeting, threading.current_thread().name.rpartition("_")[0]))


pool = ThreadPoolExecutor(2, thread_name_prefix="helper", initializer=greet, initargs=("hello",))
wait([pool.submit(nap, 1) for _ in range(2)])
pool.shutdown()
print(names)
try:
    pool.submit(nap, 0)
except RuntimeError as error:
    print(error)

# Futures that wait for other futures.
with ThreadPoolExecutor(2) as pool:
    inner = pool.submit(nap, 1)
    outer = pool.submit(lambda: inner.result() + 10)
    print(outer.result())

# A pool that nobody shuts down: its worker ends with it.
pool = ThreadPoolExecutor(1)
worker_name = pool.submit(lambda: threading.current_thread()).result()
del pool
worker_name.join()
print(worker_name.is_alive())
