# Attributes of an OrderedDict itself live as long as it does, close cycles, and die before its items.
import collections
import gc


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies:', self.name)


gc.disable()
o = collections.OrderedDict(item=Loud('item'))
o.note = Loud('note')
del o
print('--- a cycle through an attribute')
o = collections.OrderedDict(item=Loud('item'))
o.me = o
o.note = Loud('note')
del o
print('collected', gc.collect())


class Sub(collections.OrderedDict):
    pass


o = Sub(item=Loud('item of Sub'))
o.note = Loud('note of Sub')
del o
