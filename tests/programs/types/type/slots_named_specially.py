class C1:
    def __init__(self):
        self.b = 42


class Checked(type):
    def __new__(cls, name, bases, namespace):
        print(sorted(key for key in namespace if key in ('__classcell__', '__slots__')))
        return super().__new__(cls, name, bases, namespace)


class C2(C1, metaclass=Checked):
    __slots__ = ['__classcell__']

    def __init__(self):
        super().__init__()


print(type(C2.__dict__['__classcell__']), C2().b, hasattr(C2(), '__classcell__'))


class Y:
    __module__ = 'elsewhere'
    __slots__ = 'a'


for name in 'ab':
    try:
        getattr(Y(), name)
    except AttributeError as exc:
        print(exc)
