import gc, sys
print()
print()
gc.collect()
class C:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('del', self.name)
        self.missing
class B(dict):
    def __init__(self, name):
        self.name = name
    def __setattr__(self, name, value):
        super().__setattr__(name, value)
class D(B):
    def __del__(self):
        print('del', self.name)
        self.missing
class E(B):
    def __del__(self):
        print('del', self.name)
def two(a, b):
    a.a = b
    b.b = a
g = gc.get_count
gc.collect()
print(g())
o = C('a')
o.a = o
del o
print(gc.collect()); print(g())
o = C('a'); o2 = C('b')
two(o, o2)
del o, o2
print(gc.collect()); print(g())
o = D('a'); o2 = B('b')
two(o, o2)
del o, o2
print(gc.collect()); print(g())
o = D('a'); o2 = B('b')
two(o, o2)
o, o2 = D('a'), B('b')
two(o, o2)
print(gc.collect()); print(g())
o = E('a'); o2 = B('b')
two(o, o2)
o, o2 = E('a'), B('b')
two(o, o2)
print(gc.collect()); print(g())
print(gc.collect()); print(g())
