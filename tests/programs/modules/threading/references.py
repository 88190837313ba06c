# What a thread holds while it runs, and lets go when it has ended.
import gc
import sys
import threading
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name, "by", threading.current_thread().name)


started = threading.Event()
finish = threading.Event()


def work(node):
    local = Node("local")
    started.set()
    finish.wait()
    del node


given = Node("argument")
thread = threading.Thread(target=work, args=(given,), name="worker")
print(sys.getrefcount(thread), sys.getrefcount(given), sys.getrefcount(work))
thread.start()
started.wait()
print(sys.getrefcount(given), sys.getrefcount(work), thread.is_alive(), threading.active_count())
print([each.name for each in threading.enumerate()], thread in threading._active.values())
gc.collect()
print(sum(type(each) is Node for each in gc.get_objects()))
finish.set()
thread.join()
print(sys.getrefcount(given), sys.getrefcount(work), thread.is_alive(), threading.active_count())
print(hasattr(thread, "_target"), hasattr(thread, "_args"))
gone = weakref.ref(thread)
del thread
print(gone())

# Thread-local values die with the thread, or with the local.
here = threading.local()
here.value = Node("of main")


def set_value():
    here.value = "mine"
    kept.append(here.__dict__.copy())


kept = []
other = threading.Thread(target=set_value)
other.start()
other.join()
print(kept, here.value.name, sorted(here.__dict__))


class Counted(threading.local):
    made = 0

    def __init__(self, first):
        type(self).made += 1
        self.numbers = [first]


counted = Counted(7)
counted.numbers.append(8)


def look():
    kept.append(counted.numbers)


for _ in range(2):
    each = threading.Thread(target=look)
    each.start()
    each.join()
print(kept[1:], counted.numbers, Counted.made)
try:
    here.absent
except AttributeError as error:
    print(error)
del here

# The last reference goes in another thread: that one runs the callback.
def drop(box):
    box.clear()


box = [Node("boxed")]
watch = weakref.ref(box[0], lambda ref: print("callback in", threading.current_thread().name))
dropper = threading.Thread(target=drop, args=(box,), name="dropper")
dropper.start()
dropper.join()
print(watch())
