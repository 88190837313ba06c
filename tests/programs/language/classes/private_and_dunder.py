class A:
    def __init__(self):
        self.__x = 1
        self._y = 2
        self.__z__ = 3
    def __hidden(self): return "hidden"
    def show(self): return self.__x, self.__hidden()
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = "B's"
    def both(self): return self.__x, self._A__x
a, b = A(), B()
print(a.show(), b.show(), b.both(), vars(b))
try:
    a.__x
except AttributeError as error:
    print(error)
print(sorted(n for n in dir(A) if "hidden" in n or "show" in n))
class C:
    __slots__ = ()
    def __repr__(self): return "C!"
print(C(), [C()], str(C()), f"{C()}")
class D:
    def __str__(self): return "D str"
print(D(), str(D()))
print(isinstance(repr(D()), str), repr(D()).startswith("<__main__.D object at 0x"))
class E:
    def __repr__(self): return 5
try:
    repr(E())
except TypeError as error:
    print(error)
