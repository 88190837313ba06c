import dis


def simple(a, b=2):
    """Adds."""
    return a + b


def control(items):
    total = 0
    for item in items:
        if item is None:
            continue
        while item > 10:
            item //= 10
        total += item
    return total if total else -1


def handlers(path):
    try:
        value = path[0].upper()
    except (IndexError, AttributeError) as error:
        print(f"{error!r:>10}")
        return None
    finally:
        print("done", sep="")
    with path as p:
        return p


def closures(n):
    def add(x):
        nonlocal n
        n += x
        return [x + y for y in range(n)]
    return add


class Thing:
    kind = "thing"

    def method(self, *args, key=None, **kwargs):
        return super().method(*args, key=key, **kwargs)

    @classmethod
    def make(cls):
        return cls()


async def coroutine(x):
    async with x as y:
        async for z in y:
            yield await z


for func in (simple, control, handlers, closures, Thing, coroutine):
    print("---", func.__name__)
    dis.dis(func)
dis.dis("x = [a for a in y if a]")
dis.dis("a, *b = c")
dis.dis(simple, show_offsets=True)
dis.dis(simple, show_caches=True)
dis.dis(closures, depth=0)
dis.dis(simple.__code__.co_code)
try:
    dis.dis(3)
except TypeError as error:
    print(error)
