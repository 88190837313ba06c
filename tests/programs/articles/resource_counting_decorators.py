"""Decorators that count calls, instances and live objects."""
import functools
import weakref


def count_calls(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def track_instances(cls):
    original = cls.__init__
    cls._live = weakref.WeakSet()
    cls._created = 0

    @functools.wraps(original)
    def __init__(self, *args, **kwargs):
        type(self)._created += 1
        original(self, *args, **kwargs)
        cls._live.add(self)

    cls.__init__ = __init__
    cls.live = classmethod(lambda c: len(c._live))
    return cls


def trace(prefix=""):
    depth = 0

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            nonlocal depth
            print(f"{prefix}{'| ' * depth}{function.__name__}{args}")
            depth += 1
            try:
                result = function(*args)
            finally:
                depth -= 1
            print(f"{prefix}{'| ' * depth}-> {result!r}")
            return result

        return wrapper

    return decorate


@track_instances
class Particle:
    def __init__(self, x, *, speed=1):
        self.x, self.speed = x, speed

    @count_calls
    def move(self):
        self.x += self.speed
        return self


swarm = [Particle(i, speed=i + 1) for i in range(4)]
print(Particle.live(), Particle._created, [p.move().move().x for p in swarm], Particle.move.calls)
swarm.pop()
del swarm[0]
print(Particle.live(), Particle._created)
keep = swarm[0]
swarm.clear()
print(Particle.live(), keep.x)
del keep
print(Particle.live(), Particle._created, Particle.__init__.__name__, Particle.move.__name__)


@trace("  ")
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


gcd(12, 18)


@trace()
def fails(n):
    return fails(n - 1) if n else 1 // n


try:
    fails(1)
except ZeroDivisionError as error:
    print("error:", error)


class once:
    """A descriptor decorator: computes a value the first time."""

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function

    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = obj.__dict__[self.function.__name__] = self.function(obj)
        return value


class Report:
    def __init__(self, items):
        self.items = items

    @once
    def total(self):
        """Sum of everything."""
        print("  adding")
        return sum(self.items)


r = Report([1, 2, 3])
print(r.total, r.total, vars(r), Report.total.__doc__)
r.__dict__.clear()
r.items = [5]
print(r.total)
