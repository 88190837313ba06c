"""A partial is watched before the tuple of its arguments is made."""
import functools
import gc
import sys

gc.collect()
class Class1:
    def __init__(self, name):
        self.name = name
o1 = Class1('a')
gen1 = (x for x in [o1, Class1('b')])
f1 = functools.partial(lambda x: x, o1)
ids = {}
def show():
    out = []
    for x in gc.get_objects():
        if type(x) is Class1: out.append(x.name)
        elif x is gen1: out.append('gen')
        elif x is f1: out.append('f1')
        elif x is f1.func: out.append('lambda')
        elif x is f1.args: out.append('args')
        elif x is show: out.append('show')
        elif x is Class1: out.append('Class1')
        elif x is globals(): out.append('globals')
        elif x is sys.modules: out.append('modules')
        elif x is sys.modules['__main__']: out.append('main')
        elif type(x) is tuple and len(x) == 2 and x[0] is o1: out.append('pair')
        elif type(x).__name__ == 'tuple_iterator': out.append('iter')
        elif x is Class1.__init__: out.append('init')
    print(out)
show()
gc.collect()
show()
gc.collect()
show()
