x = 1
del x
try:
    x
except NameError as error:
    print(error)
data = [0, 1, 2, 3, 4, 5, 6]
del data[0]
del data[-1], data[1:3]
print(data)
data = list(range(10))
del data[::2]
print(data)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
class C:
    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)
    def __delitem__(self, key):
        print("delitem", key)
c = C()
c.x = 5
del c.x
del c[1, 2], c["k"], c[1:2]
try:
    del c.x
except AttributeError as error:
    print(error)
def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        print(error)
f()
a = b = c = 1
del (a, b), [c]
print("a" in globals(), "b" in globals(), "c" in globals())
