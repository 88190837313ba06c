# Locks between threads: who holds one, who waits, and for how long.
import threading
import time

lock = threading.Lock()
held = threading.Event()
log = []


def hold():
    with lock:
        held.set()
        time.sleep(0.03)
        log.append("holder leaves")


holder = threading.Thread(target=hold)
holder.start()
held.wait()
print(lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.001))
with lock:
    log.append("main has it")
holder.join()
print(log, lock.locked())

# A lock may be released by another thread, an RLock only by its own.
lock.acquire()
threading.Thread(target=lock.release).start()
print(lock.acquire(), lock.locked())
lock.release()
again = threading.RLock()
problems = []


def foreign():
    try:
        again.release()
    except RuntimeError as error:
        problems.append(str(error))
    problems.append(again.acquire(False))
    problems.append(again._is_owned())


with again, again:
    print(again._is_owned(), again._recursion_count())
    other = threading.Thread(target=foreign)
    other.start()
    other.join()
print(problems, again._is_owned())

# What is done under a lock is not torn apart.
total = 0


def add():
    global total
    for _ in range(200):
        with lock:
            before = total
            time.sleep(0)
            total = before + 1


adders = [threading.Thread(target=add) for _ in range(4)]
for adder in adders:
    adder.start()
for adder in adders:
    adder.join()
print(total)

for call in (
    lambda: lock.acquire(False, 1),
    lambda: lock.acquire(timeout=-2),
    lambda: lock.acquire(timeout=threading.TIMEOUT_MAX * 2),
    lock.release,
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
