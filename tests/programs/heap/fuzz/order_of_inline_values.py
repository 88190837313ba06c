import gc
class B:
    def f(self): self.b = []; self.a = ''
class D:
    def __init__(self):
        self.b = []; self.a = ''
def show(o):
    print([type(x).__name__ for x in gc.get_referents(o)], list(vars(o)))
o = B(); o.b = []; o.a = ''; show(o)
o = B(); o.a = ''; o.b = []; show(o)
o = D.__new__(D); o.z = {}; o.a = ''; o.b = []; show(o)
o = D(); show(o)
