class B:
    pass


class Meta(type, B):
    pass


class Q(metaclass=Meta):
    a = 1


descriptor = B.__dict__['__dict__']
print(descriptor.__get__(Q)['a'])
try:
    descriptor.__set__(Q, {})
except AttributeError as exc:
    print(exc)


class E(Exception, B):
    pass


e = E()
descriptor.__set__(e, {'b': 2})
print(e.b)
