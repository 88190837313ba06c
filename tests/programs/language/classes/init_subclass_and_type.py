class Plugin:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
        Plugin.registry.append(cls.__name__)
class One(Plugin, tag="first"): pass
class Two(Plugin): pass
class Three(One, tag="third"): pass
print(Plugin.registry, One.tag, Two.tag, Three.tag)
print([c.__name__ for c in Plugin.__subclasses__()])
try:
    class Bad(Two, other=1): pass
except TypeError as error:
    print(error)
Dyn = type("Dyn", (One,), {"x": 5, "get": lambda self: self.x})
print(Dyn().get(), Dyn.__name__, Plugin.registry[-1], Dyn.__bases__)
class Meta(type):
    def __new__(mcls, name, bases, ns):
        ns["made_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, ns)
    def __call__(cls, *args):
        print("calling", cls.__name__)
        return super().__call__(*args)
    def shout(cls):
        return cls.__name__.upper()
class M(metaclass=Meta):
    def __init__(self, v): self.v = v
print(M(3).v, M.made_by, M.shout(), type(M).__name__)
class N(M): pass
print(type(N).__name__, N.shout())
try:
    class X(5 .__class__, Plugin, nope=2): pass
except TypeError as error:
    print(error)
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(G[int], G["x", 1])
