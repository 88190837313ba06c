import gc
class C:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"C({self.name})"
target = []
holder = C("holder")
holder.ref = target
lst = ["list", target]
tup = ("tuple", target)
dct = {"dict": target}
def kinds(obj):
    return sorted(type(r).__name__ for r in gc.get_referrers(obj))
print(kinds(target))
print([r for r in gc.get_referrers(target) if isinstance(r, (C, tuple))])
print(any(r is globals() for r in gc.get_referrers(target)))
def closure():
    x = C("cell")
    return x, (lambda: x)
x, f = closure()
print(kinds(x))
def local():
    y = C("local")
    return gc.get_referrers(y)
print(local())
it = iter(target)
print(kinds(target))
m = holder.__init__
print(kinds(holder))
s = {holder}
print(kinds(holder))
del holder.ref, lst, dct
print(kinds(target))
print(gc.get_referrers(), gc.get_referrers(object()))
a, b = C("a"), C("b")
a.o = b
print([r for r in gc.get_referrers(b) if isinstance(r, C)], len(gc.get_referrers(a, b)))
a.__dict__
print(sorted(type(r).__name__ for r in gc.get_referrers(b)))
