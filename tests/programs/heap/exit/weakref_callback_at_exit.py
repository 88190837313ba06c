import weakref
class C: pass
def cb(ref): print("callback at exit", ref())
obj = C()
ref = weakref.ref(obj, cb)
ref_before = None
obj2 = C()
refs = [weakref.ref(obj2, cb)]
print("end")
