"""A walk through reference counting."""
import sys


class Tracked:
    living = {}

    def __init__(self, name):
        self.name = name
        Tracked.living[name] = True

    def __del__(self):
        del Tracked.living[self.name]
        print(f"    -> {self.name} destroyed")


def refs(obj):
    """The count without the references this call itself makes."""
    return sys.getrefcount(obj) - 2


def section(title):
    print(f"\n== {title} ==")


section("creation and names")
a = Tracked("A")
print("one name:", refs(a))
b = a
print("two names:", refs(a))
del a
print("deleted one:", refs(b))
del b

section("containers")
item = Tracked("item")
box = [item, item]
print("name and two slots:", refs(item))
index = {"k": item}
print("and a dict:", refs(item))
box.pop()
index.clear()
print("one slot left:", refs(item))
del item
print("only the list keeps it")
box.clear()

section("functions")


def inspect(parameter):
    print("inside:", refs(parameter))
    alias = parameter
    print("with a local:", refs(parameter))
    return alias


c = Tracked("C")
print("before:", refs(c))
d = inspect(c)
print("after:", refs(c), d is c)
c = d = None

section("attributes")


class Owner:
    def __init__(self, thing):
        self.thing = thing


owner = Owner(Tracked("owned"))
print("owned:", refs(owner.thing))
other = Owner(owner.thing)
print("shared:", refs(owner.thing))
owner = None
print("first owner gone:", refs(other.thing))
other.thing = Tracked("replacement")
del other

section("cycles are different")
m, n = Tracked("M"), Tracked("N")
m.partner, n.partner = n, m
print("each:", refs(m), refs(n))
del m, n
print("still living:", sorted(Tracked.living))
import gc

print("collector found:", gc.collect())
print("living:", sorted(Tracked.living))

section("temporaries")
Tracked("temporary")
print(len([Tracked("in a list literal")]))
print(Tracked("attribute of a temporary").name)
section("exit")
last = Tracked("last")
