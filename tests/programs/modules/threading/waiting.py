# Events, conditions, barriers, semaphores, timers: threads that wait for each other.
import threading
import time

log = []
ready = threading.Event()
gone = threading.Event()


def wait_for_it(name):
    log.append(f"{name} waits")
    gone.set()
    ready.wait()
    log.append(f"{name} goes on")


thread = threading.Thread(target=wait_for_it, args=("thread",))
thread.start()
gone.wait()
log.append("main sets")
ready.set()
thread.join()
print(log, ready.is_set(), ready.wait())
ready.clear()
print(ready.wait(0.01), thread.is_alive())

# A condition: two threads take turns.
turn = threading.Condition()
whose = "ping"
rally = []


def play(me, other):
    global whose
    for _ in range(3):
        with turn:
            turn.wait_for(lambda: whose == me)
            rally.append(me)
            whose = other
            turn.notify_all()


players = [threading.Thread(target=play, args=pair) for pair in (("pong", "ping"), ("ping", "pong"))]
for player in players:
    player.start()
for player in players:
    player.join()
print(rally)
with turn:
    print(turn.wait(0.01), turn.wait_for(lambda: False, 0.01), turn.wait_for(lambda: 5))
for action in (turn.wait, turn.notify, turn.release):
    try:
        action()
    except RuntimeError as error:
        print(error)

# A barrier: nobody passes before all are there.
steps = []
barrier = threading.Barrier(3, action=lambda: steps.append("all there"))
places = []


def walk():
    steps.append("arrives")
    places.append(barrier.wait())
    steps.append("leaves")


walkers = [threading.Thread(target=walk) for _ in range(2)]
for walker in walkers:
    walker.start()
places.append(barrier.wait())
for walker in walkers:
    walker.join()
print(steps, sorted(places), barrier.n_waiting, barrier.parties)
lonely = threading.Barrier(2, timeout=0.01)
try:
    lonely.wait()
except threading.BrokenBarrierError:
    print("broken", lonely.broken)
lonely.reset()
print(lonely.broken)

# A semaphore lets two in at a time.
gate = threading.Semaphore(2)
inside = most = 0
count = threading.Lock()


def enter():
    global inside, most
    with gate:
        with count:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with count:
            inside -= 1


crowd = [threading.Thread(target=enter) for _ in range(6)]
for each in crowd:
    each.start()
for each in crowd:
    each.join()
print(most, inside, gate.acquire(timeout=0.01), gate.acquire(blocking=False), gate.acquire(timeout=0.01))
bounded = threading.BoundedSemaphore()
bounded.acquire()
bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)

# Timers, and one that is called off.
rings = []
timers = [threading.Timer(delay, rings.append, [delay]) for delay in (0.06, 0.02, 0.04)]
for timer in timers:
    timer.start()
timers[2].cancel()
for timer in timers:
    timer.join()
print(rings)
