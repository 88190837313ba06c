class Desc:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        print("get", self.name, cls.__name__)
        return obj.__dict__.get(self.name, "default")
    def __set__(self, obj, value):
        print("set", self.name, value)
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]
class NonData:
    def __get__(self, obj, cls):
        return "nondata"
class C:
    a = Desc()
    b = Desc()
    n = NonData()
c = C()
print(c.a)
c.a = 5
print(c.a, c.__dict__)
del c.a
print(c.a, type(C.a).__name__)
print(c.n)
c.n = "own"
print(c.n, C.n)
c.__dict__["b"] = 9
print(c.b)
class ReadOnly:
    def __get__(self, obj, cls): return 1
    def __set__(self, obj, value): raise AttributeError("read-only")
class D:
    r = ReadOnly()
try:
    D().r = 3
except AttributeError as error:
    print(error)
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.slot = "_" + name
    def __get__(self, obj, cls): return getattr(obj, self.slot) if obj else self
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.slot[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(obj, self.slot, value)
class Person:
    name = Typed(str)
    age = Typed(int)
p = Person()
p.name, p.age = "Ann", 30
try:
    p.age = "old"
except TypeError as error:
    print(error)
print(p.name, p.age, vars(p))
