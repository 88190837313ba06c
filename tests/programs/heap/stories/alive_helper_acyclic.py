import gc, sys

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print(f"  {self.name} finalized")

def alive():
    nodes = [o for o in gc.get_objects() if type(o) is Node]
    for node in nodes:
        holders = [r for r in gc.get_referrers(node) if type(r) is Node]
        print("  alive:", node, "held by", holders)
    if not nodes:
        print("  nothing alive")

def test1():
    a = Node("one")
    b = Node("two")
    a.next = b
    print("counts", sys.getrefcount(a), sys.getrefcount(b))
    alive()

test1()
print("test1 returned")
alive()
