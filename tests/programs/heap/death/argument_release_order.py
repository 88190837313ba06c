class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(a, b):
    print("in f")
f(R("a"), R("b"))
print("--")
def g(a, b):
    del a
    print("a deleted")
    a = R("a2")
    print("leaving g")
g(R("a"), R("b"))
print("-- keywords")
f(b=R("kb"), a=R("ka"))
print("-- star")
f(*[R("s1"), R("s2")])
print("-- star tuple")
f(*(R("t1"), R("t2")))
print("-- double star")
f(**{"a": R("d1"), "b": R("d2")})
print("-- builtin")
print(len([R("in list")]), "after len")
max([R(1), R(2)], key=lambda r: r.n).n
print("-- nested")
f(R("outer"), f(R("i1"), R("i2")))
print("-- error")
try:
    f(R("e1"), R("e2"), R("e3"))
except TypeError as error:
    print(error)
print("-- method")
class M:
    def m(self, x): print("in m")
    def __del__(self): print("del M")
M().m(R("x"))
print("-- chained")
class Chain:
    def __init__(self, n): self.n = n
    def next(self): return Chain(self.n + 1)
    def __del__(self): print("del chain", self.n)
Chain(0).next().next()
print("-- lambda")
(lambda x, y: print("body"))(R("l1"), R("l2"))
