# Types that take no keywords leave them to an __init__ or __new__ of a subclass.
import itertools


def attempt(base, *args):
    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, *args, **kwargs):
            pass

    class WithNew(base):
        def __new__(cls, *args, **kwargs):
            return super().__new__(cls, *args)

    for cls in (Plain, WithInit, WithNew):
        try:
            cls(*args, extra=1)
            print(base.__name__, cls.__name__, "ok")
        except TypeError as exc:
            print(base.__name__, cls.__name__, exc)


for base, *args in [
    (list,), (tuple,), (set,), (frozenset,), (float,), (int,), (str,), (bytes,), (map, len, ()), (filter, None, ()),
    (zip,), (reversed, []), (enumerate, []), (dict,), (object,), (complex,), (itertools.chain,),
    (itertools.cycle, []), (itertools.islice, [], 1), (itertools.takewhile, len, []), (itertools.starmap, len, []),
    (itertools.pairwise, []), (itertools.filterfalse, None, []), (itertools.dropwhile, None, []),
]:
    attempt(base, *args)
