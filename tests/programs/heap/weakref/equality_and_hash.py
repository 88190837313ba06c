import weakref
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, P) and self.x == o.x
    def __hash__(self): return hash(self.x)
a, b, c = P(1), P(1), P(2)
ra, rb, rc = weakref.ref(a), weakref.ref(b), weakref.ref(c)
print(ra == rb, ra != rb, ra == rc, ra is rb, hash(ra) == hash(rb), ra == a)
ra2 = weakref.ref(a, print)
print(ra == ra2, ra is ra2, len({ra, rb, ra2, rc}))
del a
print(ra == rb, ra == ra, ra != rb, ra == ra2)
print(hash(ra) == hash(rb))
d = P(5)
rd = weakref.ref(d)
del d
try:
    hash(rd)
except TypeError as error:
    print(error)
class U:
    __hash__ = None
u = U()
ru = weakref.ref(u)
try:
    hash(ru)
except TypeError as error:
    print(error)
for op in ("ra < rb", "rb + rc", "rb[0]", "rb.x", "rb(1)", "rb.x = 1", "bool(rb)"):
    try:
        exec(op)
        print("fine", op)
    except (TypeError, AttributeError) as error:
        print(error)
table = {rb: "b"}
print(table[weakref.ref(b)], rb in table)
del b
print(len(table), rb in table)
