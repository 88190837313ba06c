import gc
import weakref


class Vertex:
    instances = weakref.WeakSet()

    def __init__(self, name):
        self.name = name
        self.edges = set()
        Vertex.instances.add(self)

    def connect(self, *others):
        for other in others:
            self.edges.add(other)
            other.edges.add(self)

    def __repr__(self):
        return self.name

    def reachable(self):
        seen, todo = set(), [self]
        while todo:
            vertex = todo.pop()
            if vertex not in seen:
                seen.add(vertex)
                todo.extend(vertex.edges - seen)
        return seen


def build():
    a, b, c, d, e = (Vertex(n) for n in "abcde")
    a.connect(b, c)
    b.connect(c)
    d.connect(e)
    return a


gc.collect()
start = build()
print(len(Vertex.instances), sorted(v.name for v in start.reachable()))
print("unreachable from start:", sorted(v.name for v in Vertex.instances - start.reachable()))
found = gc.collect()
print("collected", found, "left", sorted(v.name for v in Vertex.instances))
neighbours = {v.name: sorted(n.name for n in v.edges) for v in sorted(Vertex.instances, key=str)}
print(neighbours)
print(len(gc.get_referrers(start)) >= 1, any(isinstance(r, set) for r in gc.get_referrers(start)))
del start
print("before", len(Vertex.instances))
gc.collect()
print("after", len(Vertex.instances), gc.garbage)
