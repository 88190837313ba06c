import weakref
class C:
    def m(self): return "m"
c = C()
r = weakref.ref(c.m)
print(r is None, r())
p = weakref.proxy(c)
print(p.m(), weakref.proxy(p) is p if False else type(weakref.getweakrefs(c)[0]).__name__)
m = p.m
print(m.__self__ is c)
del c
print(m())
del m
try:
    p.m()
except ReferenceError as error:
    print(type(error).__name__, error)
p2 = weakref.proxy(C())
try:
    print(p2)
except ReferenceError as error:
    print("str:", error)
p2.x
