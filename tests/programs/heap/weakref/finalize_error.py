import weakref
class C: pass
c = C()
def bad(x):
    raise ValueError(f"bad {x}")
f = weakref.finalize(c, bad, 1)
del c
print("continues", f.alive)
d = C()
weakref.finalize(d, bad, "at exit")
print("end")
