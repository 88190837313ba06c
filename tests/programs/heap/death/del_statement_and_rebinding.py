class Res:
    def __init__(self, name):
        self.name = name
        print("create", name)
    def __del__(self):
        print("destroy", self.name)
a = Res("a")
b = a
del a
print("one name left")
del b
print("after del")
c = Res("c1")
c = Res("c2")
print("rebound")
c = None
print("none")
Res("temporary")
print("after temporary")
_ = Res("underscore")
_ = 0
d = Res("d")
d = d
print("same")
d, e = Res("e1"), Res("e2")
print("tuple assigned")
d, e = e, d
print("swapped")
d = e = None
print("end")
