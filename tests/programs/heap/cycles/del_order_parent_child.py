import gc
class P:
    def __init__(self):
        self.kids = [K(self, i) for i in range(3)]
    def __del__(self): print("parent", len(self.kids))
class K:
    def __init__(self, p, i):
        self.p, self.i = p, i
    def __del__(self): print("kid", self.i, type(self.p).__name__)
gc.collect()
p = P()
del p
print("collect", gc.collect())
p = P()
kid = p.kids[1]
del p
print("kid keeps all", gc.collect())
kid.p.kids.remove(kid)
print("removed")
del kid
print(gc.collect())
p = P()
for k in p.kids: k.p = None
del k
del p
print("no cycle", gc.collect())
