class Base:
    def template(self):
        return f"{self.start()}-{self.middle()}-{self.end()}"
    def start(self): return "S"
    def middle(self): raise NotImplementedError
    def end(self): return "E"
class Impl(Base):
    def middle(self): return "M"
    def end(self): return super().end() * 2
print(Impl().template())
try:
    Base().template()
except NotImplementedError as error:
    print(type(error).__name__, repr(str(error)))
class Mixin:
    def describe(self): return f"{type(self).__name__} {sorted(vars(self).items())}"
class Json:
    def to(self): return "{" + ", ".join(f"{k}: {v}" for k, v in vars(self).items()) + "}"
class P(Mixin, Json):
    def __init__(self, **kw): self.__dict__.update(kw)
p = P(b=2, a=1)
print(p.describe(), p.to())
class Chain:
    def __init__(self): self.ops = []
    def __getattr__(self, name):
        def op(*a):
            self.ops.append((name, a))
            return self
        return op
print(Chain().select("x").where(1, 2).limit().ops)
class Money:
    __slots__ = ("cents",)
    def __init__(self, c): object.__setattr__(self, "cents", c)
    def __setattr__(self, k, v): raise AttributeError(f"{type(self).__name__} is immutable")
    def __eq__(self, o): return self.cents == o.cents
    def __hash__(self): return hash(self.cents)
m = Money(5)
try:
    m.cents = 6
except AttributeError as error:
    print(error)
print(m == Money(5), {m: 1}[Money(5)])
class Reg(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None
    __setattr__ = dict.__setitem__
r = Reg(a=1); r.b = 2
print(r.a, r, hasattr(r, "zz"))
