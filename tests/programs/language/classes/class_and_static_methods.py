class C:
    count = 0
    def __init__(self):
        type(self).count += 1
    @classmethod
    def create(cls, n=1):
        return [cls() for _ in range(n)]
    @staticmethod
    def helper(x):
        return x * 2
    @classmethod
    @property
    def old(cls):
        return cls.__name__
class D(C):
    pass
C.create(2)
D.create(3)
print(C.count, D.count, C.helper(4), D().helper(5))
print(C.create.__self__ is C, D.create.__self__ is D, C.create.__func__ is D.create.__func__)
print(type(C.__dict__["helper"]).__name__, type(C.__dict__["create"]).__name__, type(C.helper).__name__)
print(C.create.__name__, C.helper.__qualname__)
sm = staticmethod(lambda: "direct")
print(sm())
try:
    classmethod(lambda c: 1)()
except TypeError as error:
    print(error)
class Base:
    @classmethod
    def name(cls): return "base " + cls.__name__
class Derived(Base):
    @classmethod
    def name(cls): return "derived, " + super().name()
print(Derived.name(), Derived().name())
