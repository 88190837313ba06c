import weakref, atexit
class C: pass
a, b = C(), C()
weakref.finalize(a, print, "finalize a")
atexit.register(print, "atexit after a")
fb = weakref.finalize(b, print, "finalize b")
fn = weakref.finalize(b, print, "no atexit")
fn.atexit = False
atexit.register(print, "atexit last registered")
def chained():
    print("chained")
    c = C()
    weakref.finalize(c, print, "made during exit")
    print("leaving chained")
weakref.finalize(a, chained)
print("end of program")
