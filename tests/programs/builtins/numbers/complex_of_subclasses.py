import warnings
warnings.simplefilter('always')


class Sub(complex):
    pass


class A:
    def __complex__(self):
        return Sub(2j)


class B(complex):
    def __complex__(self):
        return self


print(complex(A()))
print(complex(B(1j)))
print(complex(Sub(1)))
