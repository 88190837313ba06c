import sys
obj = []
base = sys.getrefcount(obj)
def delta(label): print(label, sys.getrefcount(obj) - base)
def f(x):
    delta("argument")
    frame = sys._getframe()
    delta("frame taken")
    y = frame.f_locals["x"]
    delta("from f_locals")
    del y
    d = locals()
    delta("locals()")
    del d
    delta("locals() dropped")
    del frame
    delta("frame dropped")
f(obj)
delta("returned")
def keep_frame(x):
    return sys._getframe()
fr = keep_frame(obj)
delta("frame kept")
print(fr.f_locals["x"] is obj, sorted(fr.f_locals))
fr.clear()
delta("frame cleared")
del fr
delta("end")
def caller(x):
    return callee()
def callee():
    return sys._getframe(1).f_code.co_name, sys._getframe(1).f_locals["x"] is obj
print(caller(obj))
delta("end")
g = globals()
delta("globals() is no new reference")
g["another"] = obj
delta("through globals")
del another
delta("end")
v = vars()
print(v is g)
