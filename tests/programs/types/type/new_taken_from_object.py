class A:
    def __new__(cls, *args):
        print('A.__new__', args)
        return object.__new__(cls)


class B(A):
    __new__ = object.__new__

    def __init__(self, x):
        print('init', x)


try:
    B(3)
except TypeError as exc:
    print(exc)
del B.__new__
B(3)
del A.__new__
try:
    A(3)
except TypeError as exc:
    print(exc)
print(type(A()))
