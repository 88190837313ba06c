import gc, dataclasses
class Node:
    def __init__(self, name):
        self.name = name
        self.link = None
    def __del__(self):
        print("del", self.name)
print(gc.collect())
a, b = Node("a"), Node("b")
a.link, b.link = b, a
del a, b
print(gc.collect())
