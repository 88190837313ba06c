class Dog:
    kind = "canine"
    tricks = []
    def __init__(self, name):
        self.name = name
    def add(self, trick):
        self.tricks.append(trick)
        return self
    def __repr__(self):
        return f"Dog({self.name!r})"
a, b = Dog("a"), Dog("b")
a.add("roll").add("sit")
print(b.tricks, a, str(b), [a, b])
a.kind = "special"
print(a.kind, b.kind, Dog.kind, vars(a), vars(b))
Dog.kind = "dog"
print(b.kind, a.kind)
del a.kind
print(a.kind)
print(Dog.__name__, Dog.__module__, Dog.__bases__, type(a) is Dog, a.__class__)
print(isinstance(a, Dog), isinstance(a, object), issubclass(Dog, object), isinstance(1, (str, int)))
print(Dog.add(b, "x") is b)
bound = a.add
bound("later")
print(Dog.tricks)
Dog.bark = lambda self: self.name + " woof"
print(a.bark())
print(hasattr(a, "name"), hasattr(a, "age"), getattr(a, "age", 7))
setattr(a, "age", 3)
print(a.age, a.__dict__)
