import collections, functools, types
for value in [collections.deque(), iter(collections.deque()), collections.defaultdict(int), collections.OrderedDict(),
              functools.partial(int), functools.cmp_to_key(int), types.SimpleNamespace(), int | str, list[int]]:
    try:
        1 @ value
    except TypeError as error:
        print(error)
    print(type(value).__name__, type(value).__module__)
try:
    hash(collections.deque())
except TypeError as error:
    print(error)
print(collections.deque([1]), collections.defaultdict(int, a=1), collections.OrderedDict(a=1))
