import gc
import sys
import weakref


class Watched:
    pass


def trace(frame, event, arg):
    return trace


def work(thing):
    other = thing
    return sys.getrefcount(other)


thing = Watched()
print(work(thing))
sys.settrace(trace)
print(work(thing))
sys.settrace(None)
ref = weakref.ref(thing)
kept = []


def keeping(frame, event, arg):
    kept.append(frame)


sys.settrace(keeping)
work(thing)
sys.settrace(None)
del thing
print(ref() is not None, [frame.f_code.co_name for frame in kept])
kept.clear()
print(ref())


class Tracer:
    def __init__(self):
        self.count = 0

    def __call__(self, frame, event, arg):
        self.count += 1
        return self

    def __del__(self):
        print("tracer dies after", self.count)


sys.settrace(Tracer())
work(1)
sys.settrace(None)
gc.collect()
print("end")
