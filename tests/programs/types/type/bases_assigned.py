def attempt(action):
    try:
        print(action())
    except Exception as exc:
        print(type(exc).__name__, exc)


class X:
    pass


class C1:
    who = 'C1'


class C2(C1):
    pass


class C3(C2):
    pass


class D(list):
    pass


class E:
    who = 'E'

    def __len__(self):
        return 7


for value in ((), (3,), (X,), (int,), (bool,), 3):
    attempt(lambda: setattr(X, '__bases__', value))
for value in ((D,), (C1, D), (C1, int), (C3,)):
    attempt(lambda: setattr(C2, '__bases__', value))
attempt(lambda: setattr(D, '__bases__', (dict,)))

print(C3.who, C1.__subclasses__(), E.__subclasses__())
C2.__bases__ = (E, C1)
print(C3.who, len(C3()), C1.__subclasses__(), E.__subclasses__(), C3.__mro__)
C2.__bases__ = (C1,)
print(C3.who, E.__subclasses__(), C3.__mro__)
attempt(lambda: len(C3()))
