import sys
obj = []
base = sys.getrefcount(obj)
def delta(label): print(label, sys.getrefcount(obj) - base)
def gen(x):
    yield 1
    yield x
g = gen(obj)
delta("unstarted generator")
next(g)
delta("suspended")
next(g)
delta("value dropped")
v = next(gen(obj), None)
delta("another started and gone")
del g
delta("generator gone")
def gen_local():
    x = obj
    yield
    del x
    yield
g = gen_local()
delta("not begun")
next(g)
delta("local held")
next(g)
delta("local deleted")
g.close()
it = iter(obj)
delta("iterator")
list(it)
delta("exhausted iterator")
it2 = iter([obj, obj])
delta("in iterated list")
next(it2)
delta("one taken")
list(it2)
delta("exhausted")
e = enumerate([obj])
z = zip([obj], [obj])
m = map(id, [obj])
f = filter(None, [obj])
r = reversed([obj])
delta("five iterators")
del e, z, m, f, r
delta("gone")
ge = (x for x in [obj])
delta("genexp")
next(ge)
delta("advanced")
del ge
delta("end")
from itertools import chain, repeat, cycle
c = chain([obj], repeat(obj, 3))
delta("chain and repeat")
list(c)
delta("consumed")
cy = cycle([obj])
next(cy); next(cy)
delta("cycle")
del cy, c
delta("end")
