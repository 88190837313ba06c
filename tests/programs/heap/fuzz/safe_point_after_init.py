import gc, sys
print()
print()
gc.collect()
class Class1:
    def __init__(self, name):
        self.name = name
        self.a = self
        self.c = []
    def __del__(self):
        print('del', self.name)
def func1(p):
    Class1('a')
    items1 = [Class1('b')]
    (x for x in [items1, Class1('d')])
gc.set_threshold(9, 1)
o2 = Class1('e')
print(gc.collect())
func1({'k': 1, 'l': 'text'})
print('end')
print('end', [])
