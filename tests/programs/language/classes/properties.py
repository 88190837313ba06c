class Temp:
    def __init__(self, c):
        self._c = c
    @property
    def celsius(self):
        """The C value."""
        print("get")
        return self._c
    @celsius.setter
    def celsius(self, value):
        print("set", value)
        if value < -273:
            raise ValueError("too cold")
        self._c = value
    @celsius.deleter
    def celsius(self):
        print("del")
        del self._c
    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32
t = Temp(25)
print(t.celsius, t.fahrenheit)
t.celsius = 30
t.celsius += 1
try:
    t.celsius = -300
except ValueError as error:
    print(error)
try:
    t.fahrenheit = 1
except AttributeError as error:
    print(error)
try:
    del t.fahrenheit
except AttributeError as error:
    print(error)
del t.celsius
try:
    t.celsius
except AttributeError as error:
    print(error)
print(Temp.celsius.__doc__, type(Temp.celsius).__name__, Temp.celsius.fget.__name__)
class P:
    x = property(lambda self: 42, doc="answer")
    w = property()
print(P().x, P.x.__doc__)
try:
    P().w
except AttributeError as error:
    print(error)
class Sub(Temp):
    @Temp.celsius.getter
    def celsius(self):
        return "sub"
print(Sub(1).celsius)
