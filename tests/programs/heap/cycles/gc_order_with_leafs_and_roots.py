import gc
gc.collect()
class N:
    def __init__(self, n, *links): self.n, self.links = n, list(links)
    def __del__(self): print(self.n, end=" ")
leaf = N("leaf")
mid = N("mid", leaf)
root = N("root", mid)
root.links.append(root)
del leaf, mid, root
print("->", gc.collect())
a = N("a"); b = N("b", a); a.links.append(b); outside = N("outside", a)
del a, b
print("still held", gc.collect())
del outside
print("-> collect", end=" ")
print("->", gc.collect())
ns = [N(i) for i in range(4)]
for n in ns: n.links.append(ns[(n.n + 1) % 4])
ns.reverse()
gc.collect()
del ns, n
print("->", gc.collect())
