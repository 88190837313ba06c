import gc
class N:
    def __init__(self): self.links = []
def plain():
    class_free = []
gc.collect()
def ring(n):
    nodes = [N() for _ in range(n)]
    for i in range(n):
        nodes[i].links.append(nodes[(i + 1) % n])
def complete(n):
    nodes = [N() for _ in range(n)]
    for a in nodes:
        a.links.extend(nodes)
def doubly(n):
    nodes = [N() for _ in range(n)]
    for a, b in zip(nodes, nodes[1:]):
        a.links.append(b)
        b.links.append(a)
def tail(n):
    a, b = N(), N()
    a.links.append(b); b.links.append(a)
    for _ in range(n):
        leaf = N()
        b.links.append(leaf)
def two_rings():
    ring(2); ring(3)
def bridged():
    a, b, c, d = N(), N(), N(), N()
    a.links.append(b); b.links.append(a)
    c.links.append(d); d.links.append(c)
    b.links.append(c)
for name, build in [("ring 1", lambda: ring(1)), ("ring 2", lambda: ring(2)), ("ring 10", lambda: ring(10)), ("complete 5", lambda: complete(5)), ("doubly 4", lambda: doubly(4)), ("tail 3", lambda: tail(3)), ("two rings", two_rings), ("bridged", bridged), ("nothing", plain)]:
    build()
    print(name, gc.collect())
