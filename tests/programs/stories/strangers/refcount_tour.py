import gc
import sys


class Thing:
    def __del__(self):
        print("  (thing freed)")


def count(label, obj):
    print(f"{label:<28}", sys.getrefcount(obj) - 2)


thing = Thing()
count("one name", thing)
alias = thing
count("two names", thing)
box = [thing, thing]
count("twice in a list", thing)
mapping = {"a": thing}
count("in a dict too", thing)


def closure():
    return thing


def default(arg=thing):
    return arg


count("as a default argument", thing)
partial = (lambda t: lambda: t)(thing)
count("in a closure cell", thing)
box.clear()
del alias, mapping, default
count("after letting go", thing)
bound = thing.__repr__
count("bound method", thing)
del bound
generator = (t for t in [thing])
count("generator not started", thing)
next(generator)
count("generator suspended", thing)
del generator
try:
    raise ValueError(thing)
except ValueError as error:
    count("in an exception", thing)
count("after the handler", thing)
del partial
print("last name goes")
del thing
a, b = [], []
a.append(b)
b.append(a)
del a, b
print("cycle:", gc.collect() >= 2)
print(sys.getrefcount(None) > 1000, sys.getsizeof([]) < sys.getsizeof([1, 2, 3]), sys.getsizeof(()) )
