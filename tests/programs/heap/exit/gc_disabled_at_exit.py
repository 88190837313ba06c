import gc
gc.disable()
class Node:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self): print("del", self.n, gc.isenabled() if gc else None)
Node("garbage")
named = Node("named")
print("end")
