"""A graph with cycles: what reference counting frees and what the collector must."""
import gc
import sys
from collections import deque


class Vertex:
    def __init__(self, name):
        self.name = name
        self.edges = []

    def connect(self, *others):
        self.edges.extend(others)

    def __repr__(self):
        return self.name

    def __del__(self):
        freed.append(self.name)


freed = []


def build(description):
    vertices = {}
    for line in description.strip().splitlines():
        source, _, targets = line.partition("->")
        source = source.strip()
        vertices.setdefault(source, Vertex(source))
        for target in targets.split():
            vertices.setdefault(target, Vertex(target))
            vertices[source].connect(vertices[target])
    return vertices


def bfs(start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        vertex = queue.popleft()
        order.append(vertex.name)
        for other in vertex.edges:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return order


def dfs(vertex, seen=None):
    seen = set() if seen is None else seen
    if vertex in seen:
        return
    seen.add(vertex)
    yield vertex.name
    for other in vertex.edges:
        yield from dfs(other, seen)


def report(label):
    print(f"{label}: freed {sorted(freed)}")
    freed.clear()


gc.collect()
gc.disable()
graph = build("""
a -> b c
b -> d
c -> d e
d -> f
e ->
f ->
""")
report("temporaries of setdefault")
print("bfs", bfs(graph["a"]))
print("dfs", list(dfs(graph["a"])))
print("count of d:", sys.getrefcount(graph["d"]))
root = graph["a"]
del graph
report("dictionary gone, root kept")
root = None
report("root gone")
print("collect:", gc.collect())

graph = build("""
a -> b
b -> c
c -> a d
d -> e
e -> d
f -> a
""")
freed.clear()
print("bfs", bfs(graph["f"]))
f = graph.pop("f")
graph.clear()
report("only f kept")
del f
report("f gone")
print("collect:", gc.collect())
report("after the collector")
