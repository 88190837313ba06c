import gc
import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self._parent = None
        if parent is not None:
            parent.add(self)

    @property
    def parent(self):
        return self._parent() if self._parent is not None else None

    def add(self, child):
        child._parent = weakref.ref(self)
        self.children.append(child)
        return child

    @property
    def path(self):
        parts = []
        node = self
        while node is not None:
            parts.append(node.name)
            node = node.parent
        return "/".join(reversed(parts))

    def walk(self, depth=0):
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)

    def __del__(self):
        print("del", self.name)


gc.disable()
root = Node("root")
usr = Node("usr", root)
lib = usr.add(Node("lib"))
Node("python", lib)
root.add(Node("etc"))
for depth, node in root.walk():
    print("  " * depth + node.name, "<-", node.parent and node.parent.name)
print(lib.path, lib.children[0].path)
del node
print("dropping usr from root")
root.children.remove(usr)
del usr
print("lib's parent:", lib.parent)
print(lib.path)
del root
print("root is gone")
del lib
print(gc.collect())
