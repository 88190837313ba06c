import sys
class Node: pass
nodes = [Node() for _ in range(3)]
print([sys.getrefcount(n) for n in nodes])
print(sys.getrefcount(nodes[0]))
for n in nodes:
    print(sys.getrefcount(n), end=" ")
print(sys.getrefcount(nodes[-1]))
for i in range(len(nodes)):
    print(sys.getrefcount(nodes[i]), end=" ")
print()
for i, n in enumerate(nodes):
    print(i, sys.getrefcount(n), end=" ")
print()
del n
for a, b in zip(nodes, nodes[1:]):
    print(sys.getrefcount(a), sys.getrefcount(b), end=" ")
print()
first = nodes.pop(0)
print(sys.getrefcount(first))
print([sys.getrefcount(x) for x in list(nodes)], list(map(sys.getrefcount, nodes)))
print({id(n): sys.getrefcount(n) for n in nodes}.values() and "ok", [sys.getrefcount(n) for n in reversed(nodes)], [sys.getrefcount(n) for n in tuple(nodes)])
print(sys.getrefcount(nodes), [sys.getrefcount(nodes) for _ in range(2)])
