import types
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [1]
print(ns, ns.a, vars(ns), ns == types.SimpleNamespace(a=1, b="x", c=[1]))
del ns.a
print(ns)
m = types.ModuleType("mymod", "doc")
m.x = 5
print(m.__name__, m.__doc__, m.x, repr(m), sorted(vars(m)))
class C: pass
c = C()
def hello(self): return "hello from " + type(self).__name__
c.hello = types.MethodType(hello, c)
print(c.hello(), types.MethodType, types.FunctionType.__name__)
proxy = types.MappingProxyType({"a": 1})
print(proxy, proxy["a"], len(proxy), list(proxy))
try:
    proxy["b"] = 2
except TypeError as error:
    print(error)
f = types.FunctionType(hello.__code__, globals(), "renamed")
print(f.__name__, f(5))
print(types.new_class("N", (C,), {}, lambda ns: ns.update(v=3)).v)
def g(): yield
print(isinstance(g(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance((lambda: 0).__code__, types.CodeType), types.EllipsisType is type(...), isinstance(C.__dict__, types.MappingProxyType), isinstance(types, types.ModuleType))
cell = types.CellType(5); print(cell.cell_contents); cell.cell_contents = 6; print(cell.cell_contents)
try:
    types.CellType().cell_contents
except ValueError as error:
    print(error)
class D:
    @types.DynamicClassAttribute
    def v(self): return "dyn"
print(D().v)
try:
    raise ValueError
except ValueError as e:
    print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
