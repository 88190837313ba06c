import weakref
class Counted:
    _count = 0
    _names = set()
    def __init__(self, name):
        Counted._count += 1
        Counted._names.add(name)
        self._fin = weakref.finalize(self, Counted._gone, name)
    @classmethod
    def _gone(cls, name):
        cls._count -= 1
        cls._names.discard(name)
    @classmethod
    def report(cls): print(cls._count, sorted(cls._names))
a, b = Counted("a"), Counted("b")
Counted.report()
del a
Counted.report()
def scope():
    c, d = Counted("c"), Counted("d")
    c.other, d.other = d, c
    Counted.report()
scope()
Counted.report()
import gc
gc.collect()
Counted.report()
