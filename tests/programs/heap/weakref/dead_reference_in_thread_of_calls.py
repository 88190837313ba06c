import weakref
class Cfg:
    value = 42
def reader(ref):
    c = ref()
    if c is None: return "config is gone"
    return f"value {c.value}"
def unsafe(ref):
    if ref() is not None:
        return ref().value
cfg = Cfg()
r = weakref.ref(cfg)
print(reader(r), unsafe(r))
cfg = None
print(reader(r), unsafe(r))
def scope():
    c = Cfg()
    r = weakref.ref(c)
    inner = reader(r)
    c = None
    return inner, reader(r)
print(scope())
def returns_ref(): return weakref.ref(Cfg())
print(returns_ref()(), type(returns_ref()).__name__)
try:
    returns_ref()().value
except AttributeError as error:
    print(error)
