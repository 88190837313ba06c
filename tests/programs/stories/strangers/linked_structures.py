import gc
import sys


class Link:
    __slots__ = ("value", "next")
    empty = None

    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def __iter__(self):
        node = self
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return " -> ".join(map(repr, self))


def from_iterable(values):
    head = None
    for value in reversed(list(values)):
        head = Link(value, head)
    return head


def reverse(head):
    previous = None
    while head is not None:
        head.next, previous, head = previous, head, head.next
    return previous


chain = from_iterable(range(5))
print(chain, len(chain), 3 in chain)
chain = reverse(chain)
print(chain, sys.getrefcount(chain))
big = from_iterable(range(20000))
print(len(big), sum(big))
del big
print("long chain freed")


class DoublyLinked:
    def __init__(self):
        self.prev = self.next = self

    def insert(self, node):
        node.prev, node.next = self, self.next
        self.next.prev = node
        self.next = node
        return node


gc.collect()
ring = DoublyLinked()
for _ in range(3):
    ring.insert(DoublyLinked())
count, node = 1, ring.next
while node is not ring:
    count += 1
    node = node.next
print("ring of", count)
del ring, node
print("collected", gc.collect())
