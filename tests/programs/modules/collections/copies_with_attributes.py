# Copies of a deque and of an OrderedDict keep attributes; an iterator over a deque knows how much is left.
import collections
import copy
import json
import pprint


class Slotted(collections.deque):
    __slots__ = ('x', '__dict__')


d = Slotted('abc', 5)
d.x = ['x']
d.y = ['y']
c = copy.copy(d)
print(c, vars(c))
deep = copy.deepcopy(d)
print(deep, deep.x, deep.x is d.x)
print(d.__reduce__()[:3])

o = collections.OrderedDict(a=1, b=[2])
o.note = ['n']
for made in (copy.copy(o), copy.deepcopy(o), o.copy()):
    print(made, getattr(made, 'note', None), getattr(made, 'note', None) is o.note)
print(o.setdefault('c', default=3), o.setdefault(key='a'), o)

it = iter(d)
next(it)
print(it.__length_hint__(), it.__reduce__()[1], list(copy.copy(it)))
back = reversed(d)
next(back)
print(back.__length_hint__(), back.__reduce__()[1], list(copy.copy(back)))
d.append(1)
try:
    next(it)
except RuntimeError as e:
    print(e, it.__length_hint__())
print(list(type(iter(d))(d, 2)), list(type(reversed(d))(d, 2)), list(type(iter(d))(d, 20)))
for wrong in ((), ([],)):
    try:
        type(iter(d))(*wrong)
    except TypeError as e:
        print(type(e))

for module in (pprint, json):
    try:
        module({})
    except TypeError as e:
        print(e)
