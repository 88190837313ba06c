import pickle
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Plain:
    def __init__(self):
        self.x = 1


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = 1, [2]

    def __eq__(self, other):
        return (self.a, self.b) == (other.a, other.b)


class Stateful:
    def __init__(self, value):
        self.value = value
        self.cache = {}

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        print("setstate", state)
        self.__dict__.update(state, cache="fresh")


class Args:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.pair = a, b
        return self

    def __getnewargs_ex__(self):
        return self.pair[:1], {"b": self.pair[1]}


class MyList(list):
    pass


class MyDict(dict):
    pass


class Color(Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: int = 0


Pair = namedtuple("Pair", "left right")

values = [None, True, 0, 255, 256, 65535, 65536, -1, 2**31, -2**31, 2**40, -2**80, 2**2100, 1.5, float("inf"), "", "a",
          "é\n\\", "x" * 300, b"", b"x", b"y" * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2},
          {1: 2, 3: 4}, {1}, frozenset({1}), bytearray(b"x"), 1 + 2j, range(3), ..., NotImplemented, int, Plain, len,
          ValueError("v"), [[1], [1]], Color.RED, Point(1, 2), Pair(1, "b"), Fraction(1, 3), OrderedDict(a=1), deque([1, 2], 5),
          defaultdict(list, a=[1]), Counter("aab"), type(None), list(range(1003))]
for value in values:
    for protocol in (0, 2, 4, 5):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        same = back == value or repr(back) == repr(value)
        if protocol in (2, 4) and len(data) < 150:
            print(protocol, data, same)
        elif not same:
            print("differs", protocol, repr(value)[:50], repr(back)[:50])

for value in (Plain(), Slotted(), Stateful(3), Args(1, b=2), MyList([1, 2]), MyDict(a=1)):
    for protocol in (4, 5) if isinstance(value, Args) else (2, 4, 5):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print(type(back).__name__, protocol, len(data), getattr(back, "__dict__", None))

shared = ["s"]
back = pickle.loads(pickle.dumps([shared, shared]))
print(back[0] is back[1])
loop = [1]
loop.append(loop)
print(pickle.loads(pickle.dumps(loop)), pickle.dumps(loop))
pair = ([],)
pair[0].append(pair)
back = pickle.loads(pickle.dumps(pair))
print(back[0][0] is back)
