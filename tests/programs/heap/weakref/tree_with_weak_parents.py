import weakref, gc
gc.disable()
class Node:
    def __init__(self, value):
        self.value = value
        self._parent = None
        self.children = []
    @property
    def parent(self):
        return None if self._parent is None else self._parent()
    @parent.setter
    def parent(self, node):
        self._parent = weakref.ref(node)
    def add(self, child):
        self.children.append(child)
        child.parent = self
        return child
    def path(self):
        return ([] if self.parent is None else self.parent.path()) + [self.value]
    def __repr__(self): return f"Node({self.value!r})"
    def __del__(self): print("del", self)
root = Node("root")
c1 = root.add(Node("c1"))
leaf = c1.add(Node("leaf"))
root.add(Node("c2"))
print(leaf.path(), leaf.parent, c1.parent)
del root
print(c1.parent)
print(leaf.path())
del c1
print(leaf.parent, leaf.path())
leaf = None
print(gc.collect() >= 0)
