def plain(self):
    return 1


def documented(self):
    """doc 2"""
    return 2


def other(self):
    """doc 3"""
    return 3


for getter in (plain, documented):
    for doc in ('given', None):
        p = property(getter, None, None, doc)
        print(p.__doc__, p.getter(other).__doc__, p.setter(other).__doc__)
        p.__doc__ = 'user'
        print(p.__doc__, p.getter(other).__doc__, p.setter(other).__doc__)


class Sub(property):
    """This is a subclass."""


print(Sub(plain).__doc__, Sub(documented).__doc__, Sub(plain, doc='given').__doc__)


class Slotted(property):
    __slots__ = ('foo',)


print(Slotted(doc='given').__doc__)
try:
    Slotted(documented)
except AttributeError as exc:
    print(exc)


class Roomy(property):
    __slots__ = ('__doc__',)


print(Roomy(doc='given').__doc__, Roomy(documented).__doc__)
for count in (0, 1, 3):
    try:
        property().__set_name__(*[0] * count)
    except TypeError as exc:
        print(exc)
try:
    Sub().__name__
except AttributeError as exc:
    print(exc)
