// A program of 100,000 line steps, for measurements.

export const longProgram = `class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next

kept = None
total = 0
for i in range(20000):
    node = Node(i, kept)
    if i % 20 == 0:
        kept = node
    total += len([node, node.next])
print(total)
`
