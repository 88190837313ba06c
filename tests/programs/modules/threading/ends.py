# How threads end: by an exception, by SystemExit, with the program, or never.
import sys
import threading
import time


def fail(reason):
    raise ValueError(reason)


broken = threading.Thread(target=fail, args=("out of order",))
broken.start()
broken.join()
print(broken.is_alive())


def leave():
    sys.exit("not printed")


quiet = threading.Thread(target=leave, name="quiet")
quiet.start()
quiet.join()


def report(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = report
broken = threading.Thread(target=fail, args=("told",), name="teller")
broken.start()
broken.join()
threading.excepthook = threading.__excepthook__


class Twice(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"twice-{n}", daemon=True)
        self.n = n
        self.result = None

    def run(self):
        self.result = 2 * self.n


doubles = [Twice(n) for n in range(3)]
for each in doubles:
    each.start()
for each in doubles:
    each.join()
print([each.result for each in doubles], [each.name for each in doubles], doubles[0].daemon)

for action in (doubles[0].start, threading.Thread().join, threading.current_thread().join):
    try:
        action()
    except RuntimeError as error:
        print(error)
fresh = threading.Thread(target=time.sleep, args=(0.01,))
print(fresh.ident, fresh.is_alive(), fresh.name[:7], fresh.name[-7:], fresh.daemon)
fresh.start()
fresh.join(0.001)
print(fresh.is_alive(), fresh.ident is not None)
try:
    fresh.daemon = True
except RuntimeError as error:
    print(error)
fresh.join()


def tick():
    while True:
        time.sleep(0.005)


threading.Thread(target=tick, daemon=True).start()


def late():
    time.sleep(0.03)
    print("after the last line")


threading.Thread(target=late).start()
print("last line")
