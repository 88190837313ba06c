class Acc:
    def __init__(self):
        self.log = []
        self.n = 0
    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self
    def __getitem__(self, i):
        self.log.append(("get", i))
        return i
    def __setitem__(self, i, v):
        self.log.append(("set", i, v))
a = Acc()
b = a
a += 3
a[2] += 5
a.n += 1
print(b.log, a.n, a is b)
t = ([1], 2)
try:
    t[0] += [9]
except TypeError as error:
    print(error)
print(t)
class NoInplace:
    def __add__(self, other):
        return "added %s" % other
x = NoInplace()
x += 1
print(x)
m = [[0] * 3 for _ in range(2)]
m[1][2] -= 4
print(m)
