import sys
x = object()
g = sys.getrefcount
base = g(x)
def d(label): print(label, g(x) - base)
l = [x]
it = iter(l)
y = next(it)
d("list item and y")
del y, it, l
for a, b in {"k": x}.items(): d("dict items loop")
del a, b
for (i, (p, q)) in enumerate([(x, x)]): d("nested unpack")
del i, p, q
for s in {x}: d("set loop")
del s
for t in (x,): d("tuple loop")
del t
for c in map(lambda v: v, [x]): d("map loop")
del c
for f in filter(None, [x]): d("filter loop")
del f
for z in zip([x]): d("zip loop")
del z
def gen():
    yield x
for v in gen(): d("generator loop")
del v
from itertools import chain, islice, product, groupby, tee
for w in chain([x]): d("chain loop")
del w
for pr in product([x], [x]): d("product loop")
del pr
a, b = tee(iter([x]))
next(a)
d("tee, one ahead")
next(b)
d("tee, both")
del a, b
for u, in [(x,)]: d("single unpack")
del u
d("end")
