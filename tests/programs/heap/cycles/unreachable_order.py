import gc
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, end=" ")
gc.collect()
def ring(names):
    nodes = [N(n) for n in names]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b
ring("abc")
gc.collect(); print("| ring")
ring("abc"); ring("xyz")
gc.collect(); print("| two rings")
nodes = [N(i) for i in range(5)]
for n in nodes: n.all = nodes
del n
del nodes
gc.collect(); print("| through a list")
root = N("root")
root.me = root
cur = root
for i in range(4):
    cur.child = N(i)
    cur = cur.child
del root, cur
gc.collect(); print("| chain on a cycle")
a = N("a"); b = N("b"); c = N("c")
c.x, b.x, a.x = a, c, b
keep = b
del a, b, c
print(gc.collect(), "| held from outside")
del keep
gc.collect(); print("| released")
old = N("old"); old.me = old
gc.collect()
young = N("young"); young.me = young
del old, young
print(gc.collect(0), "| generation 0", end=" ")
print(gc.collect(1), "| generation 1", end=" ")
print(gc.collect(2), "| generation 2")
