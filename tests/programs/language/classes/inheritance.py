class A:
    def __init__(self):
        print("A init")
        self.a = 1
    def who(self):
        return "A"
    def call(self):
        return self.who()
class B(A):
    def __init__(self):
        super().__init__()
        print("B init")
        self.b = 2
    def who(self):
        return "B>" + super().who()
class C(A):
    def who(self):
        return "C>" + super().who()
class D(B, C):
    def who(self):
        return "D>" + super().who()
d = D()
print(d.call(), [k.__name__ for k in D.__mro__], vars(d))
print(isinstance(d, C), issubclass(B, C), D.__base__.__name__)
print(super(B, d).who(), super(D, D).who(d))
class E(list):
    def __init__(self, *args):
        super().__init__(args)
    def total(self):
        return sum(self)
e = E(1, 2, 3)
e.append(4)
print(e, e.total(), len(e), e[1:], type(e[1:]).__name__)
class F(int):
    def __new__(cls, v):
        return super().__new__(cls, v * 2)
    def __add__(self, other):
        return F(int(self) + other)
print(F(5), F(5) + 1, type(F(1) + 1).__name__, F(2) * 3)
class G(dict):
    def __missing__(self, key):
        return key * 2
g = G(a=1)
print(g["a"], g["bc"], g, g.get("zz"))
class H(str):
    def shout(self): return self.upper() + "!"
print(H("hi").shout(), H("x") == "x", type(H("a") + "b").__name__)
class T(tuple):
    pass
print(T([1, 2]), T("ab")[0])
