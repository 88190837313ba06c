import weakref
class Slots:
    __slots__ = ("x",)
class WithWeak:
    __slots__ = ("x", "__weakref__")
class SubSlots(Slots):
    pass
class L(list): pass
class D(dict): pass
class S(str): pass
class I(int): pass
class T(tuple): pass
class F(float): pass
class E(Exception): pass
for value in (5, "s", (1,), [1], {1: 2}, None, 1.5, True, b"x", object(), range(3), slice(1), Slots(), ..., NotImplemented, iter([]), 1j, I(5), T(), bytearray(), "".join, [].append):
    try:
        weakref.ref(value)
        print("fine", type(value).__name__)
    except TypeError as error:
        print(error)
def f(): pass
def g(): yield
import math
for value in (set(), frozenset(), f, lambda: 0, Slots, WithWeak(), SubSlots(), L(), D(), S(), F(), E(), ValueError(), g(), math, len, f.__code__, type, int, Slots().__init__ if False else f.__get__(1), memoryview(b""), staticmethod(f) if False else f):
    try:
        weakref.ref(value)
        print("fine", type(value).__name__)
    except TypeError as error:
        print(error)
for bad in (lambda: weakref.ref(), lambda: weakref.ref(f, f, f), lambda: weakref.ref(f, callback=print), lambda: weakref.proxy(5), lambda: weakref.ref(obj=f)):
    try:
        bad()
        print("fine")
    except TypeError as error:
        print(error)
print(weakref.getweakrefcount(5), weakref.getweakrefs("x"))
