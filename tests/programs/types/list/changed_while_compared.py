# Comparing items, or making those to be assigned, may change the lists.
class Clears:
    def __init__(self, what):
        self.what = what

    def __eq__(self, other):
        self.what.clear()
        return NotImplemented


first, second = [], []
first.append(Clears(second))
second.append(Clears(first))
print(first == second, first, second)

third = []
third.append(Clears(third))
print(third == [1], third)


class Items:
    def __init__(self, source):
        self.source = source

    def __iter__(self):
        yield from self.source
        self.source.clear()


numbers = list(range(5))
try:
    numbers[::-1] = Items(numbers)
except ValueError as exc:
    print(exc)


class Broken:
    @property
    def __eq__(self):
        raise AttributeError("no comparison")

    @property
    def __repr__(self):
        raise ValueError("no representation")


print(Broken() == Broken(), repr(Broken())[:18])
