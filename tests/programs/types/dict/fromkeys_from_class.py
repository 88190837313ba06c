descriptor = dict.__dict__['fromkeys']


class D(dict):
    pass


print(descriptor.__get__(None, D)('ab'), descriptor.__get__({})('ab'))
for args in ((42,), (None, int), (None, 42), (None, None)):
    try:
        descriptor.__get__(*args)
    except TypeError as exc:
        print(exc)
