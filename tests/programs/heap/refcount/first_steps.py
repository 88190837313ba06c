import sys
a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
c = [a, a]
print(sys.getrefcount(a))
d = {"key": a}
print(sys.getrefcount(a))
t = (a,)
print(sys.getrefcount(a))
del b
print(sys.getrefcount(a))
c.clear()
print(sys.getrefcount(a))
d["key"] = None
print(sys.getrefcount(a))
t = None
print(sys.getrefcount(a))
print(sys.getrefcount([]), sys.getrefcount(object()), sys.getrefcount({}))
