class V:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f"V({self.n})"
    def __add__(self, o):
        print("add")
        return V(self.n + o.n) if isinstance(o, V) else NotImplemented
    def __radd__(self, o):
        print("radd", o)
        return V(o + self.n) if isinstance(o, int) else NotImplemented
    def __neg__(self):
        return V(-self.n)
    def __bool__(self):
        print("bool")
        return self.n != 0
    def __matmul__(self, o):
        return "matmul"
    def __lt__(self, o):
        print("lt", self.n, o.n)
        return self.n < o.n
    def __call__(self, *args):
        return args
    def __len__(self):
        return self.n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10
print(V(1) + V(2), 5 + V(2), -V(3), V(1) @ 1)
try:
    V(1) + "a"
except TypeError as error:
    print(error)
try:
    "a" + V(1)
except TypeError as error:
    print(error)
print(sum([V(1), V(2)], V(0)))
print("yes" if V(0) else "no", not V(1))
print(sorted([V(3), V(1), V(2)]), max(V(1), V(5)))
print(V(4) > V(2))
print(list(V(3)), 20 in V(3), V(2)(1, 2), len(V(7)))
class W(V):
    def __radd__(self, o):
        print("W radd first")
        return W(100)
print(V(1) + W(2))
