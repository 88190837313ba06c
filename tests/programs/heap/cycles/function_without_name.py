import gc
import weakref


class Late:
    def __del__(self):
        global func
        func = self.ref()


class Cyclic(tuple):
    def __del__(self):
        global late
        self[1].ref = weakref.ref(self[0])
        del late


late = Late()


def func():
    pass


cycle = tuple.__new__(Cyclic, (func, late))
func.__module__ = cycle
del func, cycle
gc.collect()
print(repr(func.__name__), repr(func.__qualname__), func.__module__, func.__closure__)
