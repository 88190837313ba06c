import sys
def make():
    x = []
    y = x
    return x
a = make()
print(sys.getrefcount(a), sys.getrefcount(make()))
def identity(x): return x
b = identity(a)
print(sys.getrefcount(a), a is b)
b = identity(b)
print(sys.getrefcount(a))
b = 1
print(sys.getrefcount(a))
a = [a]
print(sys.getrefcount(a), sys.getrefcount(a[0]))
a = a[0]
print(sys.getrefcount(a))
a += [1]
print(sys.getrefcount(a))
a = a + [2]
print(sys.getrefcount(a))
x = y = z = []
print(sys.getrefcount(x))
y = list(y)
print(sys.getrefcount(x), sys.getrefcount(y))
z.append(x)
print(sys.getrefcount(x), x[0] is x)
x.pop()
print(sys.getrefcount(x))
for i in range(3):
    t = x
print(sys.getrefcount(x))
while True:
    u = x
    break
print(sys.getrefcount(x))
with open(__file__) if False else memoryview(b"") as w:
    v = x
print(sys.getrefcount(x))
