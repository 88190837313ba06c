import gc
class Parent:
    def __init__(self):
        self.child = Child(self)
    def close(self):
        self.child.parent = None
    def __del__(self): print("parent gone")
class Child:
    def __init__(self, parent): self.parent = parent
    def __del__(self): print("child gone")
gc.collect()
p = Parent()
p.close()
del p
print("freed by count", gc.collect())
q = Parent()
del q
print("nothing yet")
print(gc.collect())
with_close = Parent()
with_close.child = None
print("child replaced")
with_close = None
print(gc.collect())
l = [1]
l.append(l)
l.pop()
del l
print(gc.collect())
d = {}
d["d"] = d
d.clear()
del d
print(gc.collect())
