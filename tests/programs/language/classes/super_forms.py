class A:
    x = "A.x"
    def f(self, n): return [("A", n)]
    @classmethod
    def c(cls): return ["A.c " + cls.__name__]
    @staticmethod
    def s(): return ["A.s"]
    @property
    def p(self): return "A.p"
class B(A):
    x = "B.x"
    def f(self, n): return super().f(n + 1) + [("B", n)]
    @classmethod
    def c(cls): return super().c() + ["B.c"]
    @staticmethod
    def s(): return super(B, B).s() + ["B.s"]
    @property
    def p(self): return super().p + ">B.p"
    def get(self): return super().x, super(B, self).x
    def inner(self):
        def nested(me):
            return super(B, me).f(0)
        return nested(self)
    def comp(self):
        return [super(B, self).f(i) for i in range(2)]
b = B()
print(b.f(1), B.c(), B.s(), b.p, b.get(), b.inner(), b.comp())
print(super(B, b).__thisclass__.__name__, super(B, b).__self__ is b)
try:
    super(B, 5)
except TypeError as error:
    print(error)
try:
    super(B, b).missing
except AttributeError as error:
    print(error)
def loose():
    super()
try:
    loose()
except RuntimeError as error:
    print(error)
class Z(A):
    def f(self):
        del self
        try:
            super().f(1)
        except RuntimeError as error:
            print(error)
Z().f()
class Root:
    def __init__(self, **kw):
        if kw: raise TypeError(f"left: {kw}")
class L(Root):
    def __init__(self, l=0, **kw):
        super().__init__(**kw); self.l = l
class R(Root):
    def __init__(self, r=0, **kw):
        super().__init__(**kw); self.r = r
class LR(L, R): pass
print(vars(LR(l=1, r=2)))
try: LR(z=3)
except TypeError as error: print(error)
