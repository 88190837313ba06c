import gc
class Node:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self): print("del", self.n)
def f():
    Node("left as garbage 1")
    Node("left as garbage 2")
f()
keep = Node("still named")
print("end of program")
