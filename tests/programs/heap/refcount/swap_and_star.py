import sys
a, b = [], {}
print(sys.getrefcount(a), sys.getrefcount(b))
a, b = b, a
print(sys.getrefcount(a), sys.getrefcount(b))
first, *rest = [a, b, a]
print(sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(rest))
(p, q), r = (a, b), a
print(sys.getrefcount(a), sys.getrefcount(b))
del first, rest, p, q, r
print(sys.getrefcount(a), sys.getrefcount(b))
pair = a, b
x, y = pair
print(sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(pair))
del pair
print(sys.getrefcount(a))
class C: pass
c = C()
c.a, c.b = a, a
print(sys.getrefcount(a))
c.a = c.b = None
print(sys.getrefcount(a))
l = [None] * 3
l[0] = l[1] = l[2] = a
print(sys.getrefcount(a))
l[:] = []
print(sys.getrefcount(a))
l[0:0] = [a, b]
print(sys.getrefcount(a), sys.getrefcount(b))
l *= 3
print(sys.getrefcount(a), len(l))
del l[::2]
print(sys.getrefcount(a), sys.getrefcount(b))
