import gc, sys
class C:
    def __init__(self): pass
    def __del__(self): print('del')
o = C()
d = o.__dict__
print(gc.is_tracked(d))
o.b = o
print(gc.is_tracked(d))
o.__class__ = C
print(gc.is_tracked(d))
del o, d
print(gc.collect())
print('end')
