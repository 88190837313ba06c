from __future__ import annotations
x: int = 1
y: "no value"
def f(a: int, *args: str, b: undefined_name = 3, **kw) -> list[int]:
    z: float
    z = 1.5
    return z
print(__annotations__, f.__annotations__, f(1))
class C:
    a: int
    b: str = "s"
    def m(self: C) -> C: return self
print(C.__annotations__, C.m.__annotations__, hasattr(C, "a"))
try:
    y
except NameError as error:
    print(error)
C.b: int = 5
print(C.b)
(w): int = 3
print(w, "w" in __annotations__)
