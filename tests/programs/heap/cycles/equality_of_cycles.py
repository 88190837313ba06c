a = []; a.append(a)
b = []; b.append(b)
print(a == a, a is a[0])
try:
    a == b
except RecursionError as error:
    print(type(error).__name__, error)
d = {}; d[1] = d
e = {}; e[1] = e
try:
    d == e
except RecursionError as error:
    print(type(error).__name__, error)
import copy
c = copy.deepcopy(a)
print(c[0] is c)
try:
    hash((a,))
except TypeError as error:
    print(error)
print(len(repr(a)), repr(d))
import gc
del a, b, c, d, e
print(gc.collect() >= 0)
