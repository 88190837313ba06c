# Threads that wait for each other for ever: CPython waits too, here it is an error that says who waits where.
import queue
import threading

first, second = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def take(one, other):
    with one:
        both.wait()
        with other:
            print("never")


for pair in ((first, second), (second, first)):
    threading.Thread(target=take, args=pair, daemon=True).start()
for wait in (first.acquire, queue.Queue().get, threading.Event().wait, threading.enumerate()[1].join):
    try:
        wait()
    except RuntimeError as error:
        print(error)
