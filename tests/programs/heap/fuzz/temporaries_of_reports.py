"""What stays in the reserves after a callback, a report of an exception nobody can catch, a tuple made of an iterator,
a copy."""
import copy
import gc
import weakref


class Plain:
    pass


class Raising:
    def __del__(self):
        raise ValueError("in a finalizer")


def measure(function):
    function()
    gc.collect()
    before = gc.get_count()[0]
    function()
    print(function.__name__, gc.get_count()[0] - before)


def callback():
    target = Plain()
    ref = weakref.ref(target, lambda ref: None)
    del target


def callbacks():
    target = Plain()
    refs = [weakref.ref(target, lambda ref: None) for i in range(3)]
    del target


def report():
    Raising()


def from_generator():
    tuple(x for x in [1])


def from_long_generator():
    tuple(x for x in range(30))


def no_attribute_of_a_class():
    getattr(Plain, "missing", None)


def no_attribute_of_a_module():
    hasattr(gc, "missing")


def shallow():
    copy.copy(plain)


def deep():
    copy.deepcopy(plain)


def extended():
    [].extend({1: 2})


plain = Plain()
plain.items = []
print(plain.__reduce_ex__(4)[2] is plain.__dict__)
for each in (callback, callbacks, report, from_generator, from_long_generator, no_attribute_of_a_class,
             no_attribute_of_a_module, shallow, deep, extended):
    measure(each)
