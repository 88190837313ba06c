import operator as op
print(op.add(1, 2), op.mul(3, 4), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 3), op.neg(5), op.lt(1, 2), op.eq(1, 1), op.not_(0), op.is_(None, None), op.contains([1], 1), op.concat([1], [2]), op.index(5), op.xor(5, 3), op.inv(1), op.truth([]))
g = op.itemgetter(1); print(g("abc"), op.itemgetter(0, 2)("abc"), op.itemgetter("k")({"k": 5}), sorted([("a", 2), ("b", 1)], key=op.itemgetter(1)))
class C:
    def __init__(self): self.x = self; self.v = 7
    def m(self, *a, **k): return a, k
print(op.attrgetter("v")(C()), op.attrgetter("x.x.v", "v")(C()), op.methodcaller("m", 1, k=2)(C()), op.methodcaller("upper")("a"))
d = {}; op.setitem(d, "k", 1); print(op.getitem(d, "k"), d); op.delitem(d, "k"); print(d, op.countOf([1, 1, 2], 1), op.indexOf("abc", "c"), op.length_hint([1, 2]), op.iadd([1], [2]))
from functools import reduce
print(reduce(op.mul, range(1, 6)), list(map(op.add, [1, 2], [3, 4])), repr(op.itemgetter(1)), repr(op.attrgetter("a.b")))
