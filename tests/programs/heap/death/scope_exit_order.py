class Res:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
def locals_order():
    a = Res("first")
    b = Res("second")
    c = Res("third")
    print("leaving")
locals_order()
def reassigned():
    a = Res("a")
    b = Res("b")
    a = Res("a2")
    print("leaving")
reassigned()
def params(x, y=None, *args, **kwargs):
    z = Res("local")
    print("leaving")
params(Res("x"), Res("y"), Res("args0"), Res("args1"), k=Res("kw"))
def returning():
    a = Res("local")
    b = Res("returned")
    return b
r = returning()
print("got", r.name)
del r
def nested():
    outer = Res("outer")
    def inner():
        i = Res("inner")
        print("in inner")
    inner()
    print("back in outer")
nested()
def conditional(flag):
    if flag:
        x = Res("branch")
    y = Res("always")
conditional(True)
conditional(False)
def loop():
    for i in range(3):
        r = Res(f"loop{i}")
    print("loop over")
loop()
def raises():
    a = Res("in raising")
    raise ValueError("x")
try:
    raises()
except ValueError as error:
    print("handler", error)
print("after handler")
