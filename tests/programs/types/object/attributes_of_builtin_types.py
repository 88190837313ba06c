class X:
    pass


class D(dict):
    pass


def attempt(action):
    try:
        print(action())
    except TypeError as exc:
        print(exc)


attempt(lambda: object.__setattr__(int, 'a', 3))
attempt(lambda: object.__delattr__(int, 'a'))
attempt(lambda: object.__setattr__(X, 'a', 3))
attempt(lambda: type.__setattr__(X, 'a', 3))
attempt(lambda: object.__setattr__(D(), 'a', 3))
print(X.a)
