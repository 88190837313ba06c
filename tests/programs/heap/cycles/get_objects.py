import gc
class Node:
    def __init__(self, n): self.n = n
def nodes(generation=None):
    return sorted(o.n for o in gc.get_objects(generation) if type(o) is Node)
keep = [Node(i) for i in range(4)]
print(nodes())
del keep[1]
print(nodes())
keep[0].me = keep[0]
del keep[0]
print(nodes())
gc.collect()
print(nodes())
print(nodes(0), nodes(1), nodes(2))
new = Node(9)
print(nodes(0), nodes(2))
gc.collect(0)
print(nodes(0), nodes(1), nodes(2))
gc.collect(1)
print(nodes(0), nodes(1), nodes(2))
for bad in (3, -1):
    try:
        gc.get_objects(bad)
    except ValueError as error:
        print(error)
try:
    gc.get_objects("0")
except TypeError as error:
    print(error)
print(any(o is keep for o in gc.get_objects()), any(o is gc for o in gc.get_objects()), any(o is globals() for o in gc.get_objects()))
print(len([o for o in gc.get_objects() if isinstance(o, Node)]), isinstance(gc.get_objects(), list))
