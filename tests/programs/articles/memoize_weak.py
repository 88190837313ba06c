"""Memoising: a strong cache keeps results for ever, a weak one while they are used."""
import functools
import weakref


class Result:
    def __init__(self, *args):
        self.args = args

    def __repr__(self):
        return f"Result{self.args}"

    def __del__(self):
        print("   free", self)


def memoize(function):
    cache = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


def weak_memoize(function):
    cache = weakref.WeakValueDictionary()
    stats = {"hits": 0, "misses": 0}

    @functools.wraps(function)
    def wrapper(*args):
        result = cache.get(args)
        if result is None:
            stats["misses"] += 1
            result = cache[args] = function(*args)
        else:
            stats["hits"] += 1
        return result

    wrapper.cache, wrapper.stats = cache, stats
    return wrapper


@memoize
def strong(a, b):
    """strong doc"""
    print("  computing", a, b)
    return Result(a, b)


@weak_memoize
def weak(a, b):
    """weak doc"""
    print("  computing", a, b)
    return Result(a, b)


print(strong.__name__, strong.__doc__, weak.__name__, weak.__doc__)
print("strong")
x = strong(1, 2)
print(strong(1, 2) is x)
x = None
strong(1, 2)
print(len(strong.cache), "entry stays")
strong.cache.clear()

print("weak")
x = weak(1, 2)
print(weak(1, 2) is x, weak.stats)
y = x
x = None
weak(1, 2)
print(len(weak.cache), weak.stats)
y = None
print(len(weak.cache))
weak(1, 2)
weak(1, 2)
print(len(weak.cache), weak.stats)

print("per object")


class Shape:
    def __init__(self, sides):
        self.sides = sides


areas = weakref.WeakKeyDictionary()


def area(shape):
    if shape not in areas:
        print("  measuring", shape.sides)
        areas[shape] = shape.sides ** 2
    return areas[shape]


s, t = Shape(3), Shape(4)
print(area(s), area(s), area(t), len(areas))
del s
print(len(areas))
t = Shape(5)
print(len(areas), area(t), len(areas))
