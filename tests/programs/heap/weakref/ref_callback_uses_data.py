import weakref
class Resource:
    def __init__(self, name): self.name = name
registry = {}
def register(obj):
    key = obj.name
    def on_death(ref, key=key):
        print("removing", key)
        del registry[key]
    registry[key] = weakref.ref(obj, on_death)
a, b = Resource("a"), Resource("b")
register(a); register(b)
print(sorted(registry))
a = None
print(sorted(registry))
b = Resource("b2")
print(sorted(registry))
log = []
class Tracker:
    def __init__(self): self.count = 0
    def dead(self, ref):
        self.count += 1
        log.append(self.count)
t = Tracker()
objs = [Resource(str(i)) for i in range(3)]
refs = [weakref.ref(o, t.dead) for o in objs]
del objs
print(t.count, log)
