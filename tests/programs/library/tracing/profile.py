import sys


def profile(frame, event, arg):
    if event.startswith("c_"):
        arg = arg.__qualname__
    print(event, frame.f_code.co_name, arg)


def work(items):
    items.append(len(items))
    sorted(items, key=lambda x: -x)
    str(3)
    try:
        int("x")
    except ValueError:
        pass
    try:
        items.index(99)
    except ValueError:
        pass
    "a".join(["b"])
    list.append(items, 4)
    print(*items)
    return sum(items)


def gen():
    yield 1


def fails():
    raise KeyError


sys.setprofile(profile)
work([1, 2])
list(gen())
try:
    fails()
except KeyError:
    pass
print(sys.getprofile() is profile)
sys.setprofile(None)
print(sys.getprofile())
