import weakref, sys

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __del__(self):
        print(f"{self.name} finalized")

def test():
    a, b = Node("a"), Node("b")
    a.next = b
    b.next = weakref.ref(a)
    print(sys.getrefcount(a), sys.getrefcount(b), b.next() is a)

test()
print("returned")
