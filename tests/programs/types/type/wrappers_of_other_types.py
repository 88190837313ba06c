class S(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    __len__ = list.__len__


def attempt(action):
    try:
        print(action())
    except TypeError as exc:
        print(exc)


attempt(lambda: S() == S())
attempt(lambda: S() + S())
attempt(lambda: S() + 1)
attempt(lambda: 1 + S())
attempt(lambda: len(S()))
attempt(lambda: S() - S())
