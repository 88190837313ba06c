import gc
class Node:
    def __init__(self, value, prev=None):
        self.value, self.prev, self.next = value, prev, None
        if prev: prev.next = self
    def __del__(self): print("del", self.value)
class DList:
    def __init__(self, items):
        self.head = self.tail = None
        for i in items:
            self.tail = Node(i, self.tail)
            self.head = self.head or self.tail
    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next
    def remove(self, value):
        n = self.head
        while n.value != value: n = n.next
        if n.prev: n.prev.next = n.next
        if n.next: n.next.prev = n.prev
        if n is self.head: self.head = n.next
gc.collect()
l = DList("abc")
print(list(l))
l.remove("b")
print(list(l))
del l
print("list dropped")
print(gc.collect())
