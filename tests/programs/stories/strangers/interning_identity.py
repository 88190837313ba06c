import copy
import sys

a = 256
b = 256
print(a is b, 5 is 5.0 if False else "skip")
big = int("257")
print(big is int("257"), big == 257)
s1 = "".join(["inter", "ned"])
s2 = "interned"
print(s1 is s2, s1 == s2, sys.intern(s1) is sys.intern(s2))
print((1, 2) == (1, 2), () is tuple(), "" is str(), frozenset() is frozenset())
nested = [[0] * 2] * 3
nested[0][0] = 1
print(nested, nested[0] is nested[1])
fixed = [[0] * 2 for _ in range(3)]
fixed[0][0] = 1
print(fixed)
original = {"list": [1, 2], "tuple": (1, [2])}
shallow, deep = copy.copy(original), copy.deepcopy(original)
original["list"].append(3)
original["tuple"][1].append(4)
print(shallow, deep)


def append_to(item, target=[]):
    target.append(item)
    return target


print(append_to(1), append_to(2), append_to.__defaults__)
x = [1, 2]
y = x
x += [3]
print(y, x is y)
x = x + [4]
print(y, x is y)
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)


class Singleton:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


print(Singleton() is Singleton(), id(Singleton()) == id(Singleton()), float("nan") == float("nan"), [float("nan")] * 2 == 3)
nan = float("nan")
print([nan] == [nan], nan in [nan], {1: "int", 1.0: "float", True: "bool"}, hash(1) == hash(True))
