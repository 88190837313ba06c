import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self, n):
        for _ in range(n):
            with self.lock:
                self.value += 1


counter = Counter()
threads = [threading.Thread(target=counter.add, args=(100,), name=f"adder-{i}") for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.value, [t.is_alive() for t in threads], threading.active_count())

local = threading.local()
local.name = "main"


def show():
    local.name = threading.current_thread().name
    return hasattr(local, "name"), local.name


with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
    futures = {pool.submit(pow, n, 2): n for n in range(5)}
    print(sorted((futures[f], f.result()) for f in as_completed(futures)))
    print(list(pool.map(str.upper, ["a", "b"])))
    bad = pool.submit(int, "x")
    print(type(bad.exception()).__name__, bad.done())
    print(pool.submit(show).result()[0])
print(local.name)
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
event = threading.Event()
setter = threading.Thread(target=event.set)
setter.start()
print(event.wait(1), event.is_set())
start = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - start >= 0.01)
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
