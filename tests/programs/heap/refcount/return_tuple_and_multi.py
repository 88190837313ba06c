import sys
g = sys.getrefcount
def two():
    a, b = [], {}
    return a, b
x, y = two()
print(g(x), g(y), g(two()[0]), g(two()))
pair = two()
print(g(pair), g(pair[0]))
x, y = pair
print(g(x), g(y))
pair = None
print(g(x), g(y))
def build():
    d = {"l": []}
    return d, d["l"]
d, l = build()
print(g(d), g(l))
d = None
print(g(l))
def cond(f): return l if f else None
print(g(cond(True)), g(l))
def ternary(z): return g(z) if z is l else 0
print(ternary(l))
class C:
    def get(self): return self
    def me(self): return g(self)
c = C()
print(g(c.get()), g(c.get().get()), c.get().me(), C().get().me(), g(c))
m = [c.get() for _ in range(3)]
print(g(c))
m = {c.get(), c}
print(g(c))
m = c.get
print(g(c), g(m()))
