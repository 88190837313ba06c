import gc
class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
    def __del__(self):
        print("del", self.name)
gc.collect()
def make():
    a, b = Node("a"), Node("b")
    a.next = b
    b.next = a
make()
print("returned")
print(gc.collect())
print(gc.collect())
