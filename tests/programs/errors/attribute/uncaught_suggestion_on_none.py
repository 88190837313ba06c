class Node:
    def __init__(self):
        self.next = None
node = Node()
print(node.next)
node.next.value = 3
