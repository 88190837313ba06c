class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(x=R("default")): pass
print("defined")
del f
g = lambda y=R("lambda default"): y
g = None
def outer():
    r = R("closed over")
    return lambda: r
h = outer()
print("closure alive")
h = None
def deco(fn):
    fn.tag = R("function attribute")
    return fn
@deco
def tagged(): pass
del tagged
class C:
    attr = R("class attribute")
    other = [R("in class list")]
print("class made")
C.attr = None
del C.other
print("attributes replaced")
import gc
gc.collect()
class D:
    attr = R("needs collector")
del D
print("class deleted")
gc.collect()
print("collected")
def kw(*, k=R("kwdefault")): pass
kw.__kwdefaults__ = None
print("kwdefaults gone")
def ann(a: R("annotation")): pass
del ann.__annotations__["a"]
print("end")
m = R.__init__
bound = R("bound self").__init__
print("bound method holds")
del bound
