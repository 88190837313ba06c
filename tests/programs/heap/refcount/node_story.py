import sys
class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
    def __del__(self):
        print("freeing", self.name)
def test():
    a = Node("a")
    b = Node("b")
    print(sys.getrefcount(a), sys.getrefcount(b))
    a.next = b
    print(sys.getrefcount(a), sys.getrefcount(b))
    b.next = a
    print(sys.getrefcount(a), sys.getrefcount(b))
    b.next = None
    print(sys.getrefcount(a), sys.getrefcount(b))
print("begin")
test()
print("end")
