import sys
order = []
class Node:
    def __init__(self, n, child): self.n, self.child = n, child
    def __del__(self): order.append(self.n)
def build(depth, wrap):
    node = None
    for i in range(depth):
        node = Node(i, wrap(node))
    return node
for name, wrap in (("plain", lambda x: x), ("list", lambda x: [x]), ("tuple", lambda x: (x,)), ("dict", lambda x: {"k": x})):
    order.clear()
    n = build(300, wrap)
    del n
    print(name, len(order), order[:3], order[-3:], order == sorted(order, reverse=True))
order.clear()
l = [Node(i, None) for i in range(200)]
nested = l
for _ in range(200):
    nested = [nested]
del l
nested = None
print(len(order), order == list(range(200)))
