import weakref


class Typed:
    """A descriptor that stores values outside of the instances."""

    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default
        self.values = weakref.WeakKeyDictionary()

    def __set_name__(self, owner, name):
        self.name = f"{owner.__name__}.{name}"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.values.get(instance, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        self.values[instance] = value

    def __delete__(self, instance):
        del self.values[instance]


class Account:
    __slots__ = ("__weakref__",)
    owner = Typed(str, "nobody")
    balance = Typed((int), 0)


a, b = Account(), Account()
a.owner = "ada"
a.balance = 10
b.balance = 5
print(a.owner, a.balance, b.owner, b.balance)
try:
    a.balance = "lots"
except TypeError as error:
    print(error)
print(len(Account.balance.values), Account.owner.name)
del a.owner
print(a.owner)
del a
print(len(Account.balance.values), len(Account.owner.values))
for name in ("owner", "balance"):
    print(name, list(vars(Account)[name].values.values()))
try:
    b.extra = 1
except AttributeError as error:
    print(error)
