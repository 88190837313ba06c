import sys
a = 1000
b = 1000
print(a is b)
c = int("1000")
print(a is c, a == c)
hundred = 50 + 50
print(int("100") is hundred, int("256") is int("256"), int("257") is int("257"))
s = "hello"
t = "hello"
u = "".join(["hel", "lo"])
print(s is t, s is u, s is sys.intern(u), sys.intern(u) is s)
abc = "abc"
print(chr(97) is abc[0])
def f(): return 1000
def g(): return 1000
print(f() is f(), f() is g())
def tup(): return (1, 2, 3)
print(tup() is tup())
def lst(): return [1, 2, 3]
print(lst() is lst())
x = (1, 2)
y = (1, 2)
empty = ()
print(x is y, empty is tuple([]), x[:] is x, tuple(x) is x, x + empty is x)
print(float("1.5") is float("1.5"))
e = frozenset()
print(e is frozenset(), frozenset([1]) is frozenset([1]))
ab, x, q = "ab", "x", "q"
print(ab[0:2] is ab, "".join(["x"]) is x, str(q) is q)
p, q = 300, 300
print(p is q)
