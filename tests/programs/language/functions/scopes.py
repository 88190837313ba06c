x = "global"
def read():
    return x
def shadow():
    x = "local"
    return x
def write():
    global x, made
    x = "changed"
    made = 1
print(read(), shadow(), x)
write()
print(read(), made)
def broken():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1
broken()
class C:
    x = "class"
    y = [x for _ in range(2)]
    def method(self):
        return x
print(C.y, C().method())
def outer():
    x = "outer"
    class Inner:
        z = x
        x = "inner"
        w = x
    return Inner.z, Inner.w
try:
    print(outer())
except NameError as error:
    print(error)
def nested():
    a = 1
    def inner():
        global a
        a = 100
    inner()
    return a
print(nested(), a)
print([x for x in range(3)], x)
def loop_var():
    for q in range(3):
        pass
    return q
print(loop_var())
print(sorted(n for n in globals() if not n.startswith("_")))
