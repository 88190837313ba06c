import gc, sys, functools
def cb(phase, info):
    f = sys._getframe(1)
    phase == "start" and print("GC", info["generation"], f.f_code.co_name, f.f_lineno, f.f_lasti)
class Meta(type):
    def __call__(cls, *args):
        return super().__call__(*args)
class C:
    def __init__(self, name):
        self.a = []
        self.b = []
    def __call__(self, a, b=3):
        self.c = []
        self.d = []
    def __enter__(self):
        self.e = []
        return self
    def __exit__(self, *args):
        self.f = []
    @property
    def p(self):
        return [[]]
    def __getitem__(self, i):
        return [[]]
    def __add__(self, i):
        return [[]]
    def __len__(self):
        self.k = []
        return 2
    def m(self, *a):
        return [[], []]
    def __iter__(self):
        a = []
        yield 1
        b = []
        yield [b]
class D(C, metaclass=Meta): pass
def plain(x):
    return [[], x]
def gen():
    x = []
    yield []
    y = []
    yield [y]
def run():
    c = C(1)
    c(1)
    d = D(2)
    p = functools.partial(plain, 3)
    p()
    p(*())
    plain(*(1,))
    plain(x=1)
    c.m(1)
    m = c.m
    m(1)
    m(*(1, 2))
    with c as e:
        k = []
    c.p
    c[1]
    c + 1
    len(c)
    g = gen()
    next(g)
    next(g)
    next(g, None)
    for i in c: j = []
    [x for x in c]
    list(map(plain, [1, 2]))
    sorted([2, 1], key=c.m)
    z = (x for x in [[1], 2])
    next(z)
for t in range(1, 40):
    print('T', t)
    gc.collect()
    gc.callbacks.append(cb)
    gc.set_threshold(t, 1000)
    run()
    run()
    gc.set_threshold(5000)
    gc.callbacks.clear()
