import functools
import warnings


def call(*args, **keywords):
    return args, keywords


class MyTuple(tuple):
    pass


class MyDict(dict):
    pass


f = functools.partial(call, 1, a=2)
for state in ((), (call, (), {}), (call, (), {}, {}, None), (3, (), {}, {}), (call, [], {}, {}), (call, (), [], {})):
    try:
        f.__setstate__(state)
    except TypeError as exc:
        print(exc)
f.__setstate__((call, MyTuple((5,)), MyDict(b=6), {'attr': 7}))
print(f(), f.attr, type(f.args), type(f.keywords))
f.__setstate__((call, (), None, None))
print(f(), f.__dict__)
f.__setstate__((f, (), {}, {}))
print(repr(f))
f.__setstate__((call, (f,), {}, {}))
print(repr(f).count('...'))
for value in (None, 3):
    try:
        f.__dict__ = value
    except TypeError as exc:
        print(exc)
try:
    del f.__dict__
except TypeError as exc:
    print(exc)


class Key(str):
    def __str__(self):
        g.keywords[self] = ['replaced']
        return 'shown'


g = functools.partial(call)
g.keywords[Key('k')] = ['before']
print('before' in repr(g), g.keywords)
warnings.simplefilter('always')


class C:
    method = functools.partial(call, 1)


print(C().method(2), C.method(3))
