class Node:
    def __init__(self, n):
        self.n = n
        self.link = None
    def __del__(self): print("del", self.n)
a, b = Node("a"), Node("b")
a.link, b.link = b, a
c = Node("c")
c.link = c
d = Node("plain")
print("end of program")
