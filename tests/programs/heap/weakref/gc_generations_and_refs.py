import gc, weakref
gc.collect()
class C: pass
def cb(r): print("callback", r is ref)
old = C(); old.me = old
gc.collect()
ref = weakref.ref(old, cb)
del old
print(gc.collect(0), ref() is not None)
print(gc.collect(1), ref() is not None)
print(gc.collect(2), ref() is not None)
young = C(); young.me = young
ref = weakref.ref(young, cb)
del young
print(gc.collect(0), ref())
gc.freeze()
z = C(); z.me = z
ref = weakref.ref(z, cb)
gc.freeze()
del z
print(gc.collect(), ref() is not None)
gc.unfreeze()
print(gc.collect(), ref())
