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
    for node in [o for o in gc.get_objects() if type(o) is Node]:
        holders = [r for r in gc.get_referrers(node) if type(r) is Node]
        print("  alive:", node, "held by", holders)

def test2():
    a = Node("one")
    b = Node("two")
    a.next, b.next = b, a
    print("counts", sys.getrefcount(a), sys.getrefcount(b))

test2()
print("test2 returned")
alive()
print("end of program")
