import sys
def hook(info):
    print("unraisable:", info.exc_type.__name__, info.exc_value, info.err_msg, info.object.__qualname__)
sys.unraisablehook = hook
class A:
    def __del__(self): raise ValueError("in del")
A()
import weakref
class B: pass
b = B()
def callback(r): raise KeyError("cb")
r = weakref.ref(b, callback)
del b
sys.unraisablehook = sys.__unraisablehook__
A()
print("end")
