class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a, *b = [R(i) for i in range(4)]
print("unpacked", a.n, [x.n for x in b])
*c, d = b
b = None
print("--")
c.clear()
print("--")
del a, d
for x, *y in [(R("x"), R("y1"), R("y2"))]:
    print("loop")
print("after")
del x, y
print("--")
(p, q), r = [R("p"), R("q")], R("r")
p = q
print("--")
del p, q, r
try:
    m, n = [R("m"), R("n"), R("o")]
except ValueError as e:
    print(e)
print("--")
def f(*args): return args[1:]
t = f(R(1), R(2), R(3))
print("tail", [x.n for x in t])
t = None
print([*[R("s")], R("t")] and "list display")
{**{"k": R("u")}, "k": R("v")}
print("end")
