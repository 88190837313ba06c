from functools import total_ordering
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        if not isinstance(o, A): return NotImplemented
        return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
    def __hash__(self): return hash(("A", self.v))
    def __repr__(self): return f"A{self.v}"
print(A(1) == A(1), A(1) != A(2), A(1) == 1, A(1) != 1, A(1) > A(0), A(1) >= A(1), sorted([A(2), A(1)]), A(1) in [A(1)], {A(1), A(1)}, {A(1): 5}[A(1)])
try:
    A(1) < 5
except AttributeError as error:
    print(error)
class R:
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return "reflected gt"
print(5 < R(), R() > 5)
try:
    R() < R()
except TypeError as error:
    print(error)
try:
    R() < 5
except TypeError as error:
    print(error)
class B(A):
    def __eq__(self, o): print("B eq"); return True
    __hash__ = A.__hash__
print(A(1) == B(2), B(2) == A(1))
class E:
    def __eq__(self, o): return True
class N: pass
print(E() == 5, 5 == E(), N() == N(), (n := N()) == n, E() != 5, [E()] == [1], (1, E()) == (1, 2))
print(max([A(3), A(9)]), min(A(3), A(1)), A(1) <= A(2) <= A(3))
