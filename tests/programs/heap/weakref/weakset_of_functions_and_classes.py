import weakref, gc
s = weakref.WeakSet()
def handler(): return "h"
class Plugin: pass
s.add(handler); s.add(Plugin); s.add(lambda: 0)
print(len(s), handler in s, Plugin in s, sorted(x.__name__ for x in s))
del handler
print(sorted(x.__name__ for x in s))
del Plugin
print(len(s))
gc.collect()
print(len(s))
class Base:
    registry = weakref.WeakSet()
    def __init_subclass__(cls): Base.registry.add(cls)
class A(Base): pass
class B(Base): pass
print(sorted(c.__name__ for c in Base.registry), sorted(c.__name__ for c in Base.__subclasses__()))
del A
gc.collect()
print(sorted(c.__name__ for c in Base.registry), sorted(c.__name__ for c in Base.__subclasses__()))
