class Node:
    def __init__(self, name, next=None):
        self.name, self.next = name, next
    def __del__(self): print("del", self.name)
head = Node("h1", Node("h2", Node("h3")))
ring = Node("r1", Node("r2"))
ring.next.next = ring
tree = [Node("t0"), [Node("t1"), [Node("t2")]]]
lookup = {n.name: n for n in (Node("x"), Node("y"))}
print("main ends")
