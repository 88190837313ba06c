class Node:
    def __init__(self, n, next=None):
        self.n, self.next = n, next
    def __del__(self):
        print(self.n, end=" ")
head = None
for i in range(10):
    head = Node(i, head)
head = None
print()
a = Node("a")
b = Node("b", a)
c = Node("c", b)
del b
print("b still held")
del c
print("c and b gone")
del a
print()
cur = head = Node(0)
for i in range(1, 5):
    cur.next = Node(i)
    cur = cur.next
head = None
print("| tail held")
cur = None
print()
ring = Node("only")
ring.next = Node("leaf")
ring.next, old = None, ring.next
print("unlinked")
old = None
print()
tree = Node("root", [Node("l", [Node("ll"), Node("lr")]), Node("r")])
tree = None
print()
