import weakref
class C:
    def __del__(self): print("  __del__, ref alive:", r() is not None)
    pass
class Attr:
    def __init__(self, n): self.n = n
    def __del__(self): print("  attr", self.n)
c = C()
r = weakref.ref(c)
rc = weakref.ref(c, lambda ref: print("  callback"))
f = weakref.finalize(c, print, "  finalize")
rc2 = weakref.ref(c, lambda ref: print("  callback 2"))
c.a, c.b = Attr("a"), Attr("b")
print("deleting")
del c
print("deleted")
class Plain:
    pass
p = Plain()
p.child = Attr("child")
rp = weakref.ref(p, lambda ref: print("  plain callback"))
rch = weakref.ref(p.child, lambda ref: print("  child callback"))
p = None
print("chain")
class Node:
    def __init__(self, n, next): self.n, self.next = n, next
    def __del__(self): print("  node", self.n)
node = None
refs = []
for i in range(3):
    node = Node(i, node)
    refs.append(weakref.ref(node, lambda ref, i=i: print("  callback node", i)))
node = None
print("list")
l = [Attr("x"), Attr("y")]
rs = [weakref.ref(a, lambda ref, i=i: print("  cb", i)) for i, a in enumerate(l)]
l.clear()
