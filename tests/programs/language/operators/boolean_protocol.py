class B:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        print("bool", self.v)
        return self.v
class L:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        print("len", self.n)
        return self.n
print(bool(B(True)), bool(L(0)), bool(L(2)))
if B(False) or L(3):
    print("first")
x = B(True) and L(0)
print(type(x).__name__)
print(all([B(True), B(False), B(True)]), any([L(0), L(1), L(2)]))
while L(0):
    pass
else:
    print("while else")
assert B(True), "no"
class Bad:
    def __bool__(self):
        return 1
class BadLen:
    def __len__(self):
        return -1
for thing in (Bad(), BadLen()):
    try:
        bool(thing)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print([bool(v) for v in (0, 0.0, 0j, "", " ", [], [0], {}, set(), None, ..., range(0), b"", b"0")])
