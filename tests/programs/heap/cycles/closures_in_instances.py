import gc, weakref
gc.collect()
class Form:
    def __init__(self):
        self.fields = {}
        self.validators = []
    def add(self, name):
        self.fields[name] = None
        self.validators.append(lambda: name in self.fields)
    def __del__(self): print("form freed")
f = Form()
f.add("a"); f.add("b")
print(all(v() for v in f.validators))
del f
print("cycle through closures", gc.collect())
class WeakForm(Form):
    def add(self, name):
        me = weakref.ref(self)
        self.fields[name] = None
        self.validators.append(lambda: name in me().fields)
f = WeakForm()
f.add("a")
print(all(v() for v in f.validators))
del f
print("no cycle", gc.collect())
class Deco:
    def __init__(self):
        self.handler = self.wrap(self.handle)
    def wrap(self, m): return lambda *a: m(*a)
    def handle(self, x): return x * 2
    def __del__(self): print("deco freed")
d = Deco()
print(d.handler(4))
del d
print(gc.collect())
