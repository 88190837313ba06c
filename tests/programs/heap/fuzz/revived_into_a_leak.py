import gc, sys
class Class2:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('del', self.name)
        self.a = self
o1 = Class2('a')
table1 = o1.__dict__
del o1
o2 = Class2('b')
del sys, gc
