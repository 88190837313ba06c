class Node:
    __slots__ = ("next",)
    def __init__(self, next):
        self.next = next
head = None
for _ in range(1000000):
    head = Node(head)
head = None
print("slots chain gone")
