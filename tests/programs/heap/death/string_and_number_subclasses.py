class I(int):
    def __del__(self): print("del I", int(self))
class S(str):
    def __del__(self): print("del S", str(self))
class L(list):
    def __del__(self): print("del L", list(self))
class D(dict):
    def __del__(self): print("del D", dict(self))
class T(tuple):
    def __del__(self): print("del T", tuple(self))
class F(float):
    def __del__(self): print("del F", float(self))
class E(Exception):
    def __del__(self): print("del E", self.args)
class B(bytes):
    def __del__(self): print("del B", bytes(self))
class St(set):
    def __del__(self): print("del St", sorted(self))
I(5); S("x"); L([1]); D(a=1); T((1, 2)); F(1.5); E("e"); B(b"b"); St({1})
i = I(5)
i += 1
print(type(i).__name__)
s = S("abc")
s = s.upper()
print(s)
try:
    raise E("raised")
except E as error:
    print("handler")
print("after")
l = L([I(1), I(2)])
l.pop()
print("popped")
l = l[:]
print(type(l).__name__)
l = 0
d = D(k=S("v"))
d = dict(d)
print("copied")
d.clear()
