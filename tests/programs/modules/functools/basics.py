from functools import partial, reduce, wraps, total_ordering, singledispatch, lru_cache, cache, cached_property, cmp_to_key, partialmethod, update_wrapper
p = partial(int, base=2)
print(p("101"), p.func is int, p.args, p.keywords, partial(max, 5)(3, 9), repr(partial(print, 1, sep="-")))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2], 10), reduce(max, [5]))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)
def deco(f):
    @wraps(f)
    def wrapper(*a):
        """wrapper doc"""
        return f(*a)
    return wrapper
@deco
def named(x):
    """named doc"""
    return x
print(named.__name__, named.__doc__, named.__wrapped__(3), named.__qualname__)
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(2), V(2) > V(1), V(1) >= V(1))
@singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("s"), show(True), show.dispatch(int)(5))
class C:
    def set(self, k, v): return k, v
    on = partialmethod(set, "on")
print(C().on(1))
