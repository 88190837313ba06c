# A list that is touched while it is sorted, numbers at the edge of 2**53, names of classes in comprehensions.
from functools import cmp_to_key


def touching(x, y):
    items.append(3)
    items.pop()
    return (x > y) - (x < y)


items = [1, 2]
try:
    items.sort(key=cmp_to_key(touching))
except ValueError as error:
    print(error, items)


def emptied(key):
    del data[:]
    data[:] = range(20)
    return key


data = list(range(10))
try:
    data.sort(key=emptied)
except ValueError as error:
    print(error, data)

x = 2 ** 53 - 1
print(~x == x ^ -1, hash(~x) == hash(-2 ** 53), {~x: 1}.get(-2 ** 53))

try:
    class C:
        [super for _ in [1]]
        [__class__ for _ in [1]]
except NameError as error:
    print(error)

try:
    class D:
        __class__ = 2
        print([__class__ for _ in [1]])
except NameError as error:
    print(error)


def late():
    try:
        pass
    except Exception:
        global setting
    else:
        print(setting)


setting = 5
late()
