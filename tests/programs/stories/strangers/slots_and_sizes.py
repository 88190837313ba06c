import sys
import weakref


class Plain:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class WeakSlotted(Slotted):
    __slots__ = ("__weakref__",)


class Mixed(Slotted):
    pass


for cls in (Plain, Slotted, WeakSlotted, Mixed):
    obj = cls(1, 2)
    try:
        weakref.ref(obj)
        weak = "weakly referenceable"
    except TypeError as error:
        weak = str(error)
    try:
        obj.z = 3
        extra = "takes new attributes"
    except AttributeError as error:
        extra = str(error)
    print(f"{cls.__name__:<12}{hasattr(obj, '__dict__')!s:<6}{weak} / {extra}")

print(sys.getsizeof(Slotted(1, 2)) < sys.getsizeof(Plain(1, 2)) + sys.getsizeof(Plain(1, 2).__dict__))
print(Slotted.x, Slotted.__slots__, Slotted.x.__get__(Slotted(7, 8)))
empty = Slotted.__new__(Slotted)
try:
    empty.x
except AttributeError as error:
    print(error)
for make in ("class A(Slotted, Plain2): pass", "class B: __slots__ = ('a',); a = 1", "class C(int): __slots__ = ('a',)"):
    class Plain2:
        __slots__ = ("q",)
    try:
        exec(make)
        print("ok", make)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print([sys.getsizeof(v) for v in ([], [1], (), (1,), {}, {1: 1}, set(), "", "abc", b"", 0, 1, 2**30, 2**60, 1.5, None, True)])
