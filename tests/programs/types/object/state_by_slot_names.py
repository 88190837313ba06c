import copyreg


class A:
    __slots__ = ('x', '__private', '__weakref__')

    def __init__(self):
        self.x = 1
        self.__private = 2


class B(A):
    __slots__ = 'y'


class C(B):
    pass


c = C()
c.z = 3
print(A().__getstate__(), B().__getstate__(), c.__getstate__())
print(C.__slotnames__, A.__slotnames__)


class D:
    __slotnames__ = ['spam']

    def __getattr__(self, name):
        if name == 'spam':
            return 42
        raise AttributeError(name)


print(D().__reduce_ex__(2)[2])
