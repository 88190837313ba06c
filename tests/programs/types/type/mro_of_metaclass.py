def attempt(action):
    try:
        print(action())
    except Exception as exc:
        print(type(exc).__name__, exc)


def metaclass(order):
    return type('Meta', (type,), {'mro': lambda cls: order(cls)})


for order in (lambda cls: 3, lambda cls: [3], lambda cls: [int], lambda cls: [], lambda cls: [cls, object, int]):
    attempt(lambda: metaclass(order)('a', (), {}))


class Curious(type):
    def mro(cls):
        print(cls.__mro__, cls.__bases__, issubclass(cls, object), repr(cls))
        try:
            cls.foo
        except AttributeError as exc:
            print(exc)
        if cls.__name__ != 'Sub':
            try:
                class Sub(cls):
                    pass
            except TypeError as exc:
                print(exc)
        return type.mro(cls)


class Made(metaclass=Curious):
    pass


print(Made.__mro__, type.mro(Made), Made.mro())


class Reversed(type):
    def mro(cls):
        return [cls, *reversed(type.mro(cls)[1:-1]), object]


class A:
    who = 'A'


class B:
    who = 'B'


class C(A, B, metaclass=Reversed):
    pass


print(C.who, C.__mro__)
