class Stubborn(type):
    fails = False

    def mro(cls):
        if cls.fails:
            raise RuntimeError(f'no order for {cls.__name__}')
        return type.mro(cls)


class A:
    pass


class B:
    pass


class C(A):
    pass


class D(C, metaclass=Stubborn):
    fails = False


D.fails = True
try:
    C.__bases__ = (B,)
except RuntimeError as exc:
    print(exc)
print(C.__bases__, C.__mro__, D.__mro__, A.__subclasses__(), B.__subclasses__())
D.fails = False
C.__bases__ = (B,)
print(C.__bases__, C.__mro__, D.__mro__, A.__subclasses__(), B.__subclasses__())
