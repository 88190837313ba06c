class X:
    pass


def attempt(action):
    try:
        print(action())
    except Exception as exc:
        print(type(exc).__name__, exc)


for name in ('__name__', '__qualname__', '__bases__', '__module__', '__doc__', '__dict__', '__mro__',
             '__abstractmethods__', '__annotations__', '__type_params__'):
    attempt(lambda: delattr(X, name))
    attempt(lambda: setattr(int, name, 3))
for value in (3, 'a\0b'):
    attempt(lambda: setattr(X, '__name__', value))
    attempt(lambda: setattr(X, '__qualname__', value))
