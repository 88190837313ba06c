import weakref
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("__del__", self.n)
def bye(*args, **kw):
    print("bye", args, kw)
    return "returned"
c = C(1)
f = weakref.finalize(c, bye, 1, k=2)
print(f.alive, f.atexit, f.peek()[1:], f.peek()[0] is c)
del c
print(f.alive, f.peek(), f())
c = C(2)
f = weakref.finalize(c, bye, "by hand")
print(f())
print(f(), f.alive)
del c
c = C(3)
f = weakref.finalize(c, bye, "detached")
d = f.detach()
print(d[0] is c, d[1] is bye, d[2:], f.alive, f.detach())
del c, d
c = C(4)
weakref.finalize(c, print, "anonymous fires")
f1 = weakref.finalize(c, print, "one")
f2 = weakref.finalize(c, print, "two")
del c
print("--")
c = C(5)
f = weakref.finalize(c, lambda: 1 / 0)
try:
    f()
except ZeroDivisionError as error:
    print("by hand raises:", error)
del c
try:
    weakref.finalize(5, print)
except TypeError as error:
    print(error)
try:
    weakref.finalize()
except TypeError as error:
    print(error)
c = C(7)
f = weakref.finalize(c, print, "not at exit")
f.atexit = False
print(f.atexit)
g = weakref.finalize(c, print, "at exit for 7")
h = C(8)
weakref.finalize(h, print, "at exit for 8")
print(repr(f).startswith("<finalize object at 0x"), "for 'C' at 0x" in repr(f))
f.detach()
print(repr(f).startswith("<finalize object at 0x"), repr(f).endswith("; dead>"))
print("program ends")
