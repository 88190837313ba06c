"""A linked list that is iterated, reversed, sliced and dropped."""
import gc


class Node:
    __slots__ = ("value", "next")
    count = 0

    def __init__(self, value, next=None):
        self.value, self.next = value, next
        Node.count += 1

    def __del__(self):
        Node.count -= 1


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self._size = 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = Node(value, self.head)
        self._size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from an empty list")
        node, self.head = self.head, self.head.next
        self._size -= 1
        return node.value

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self._size

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(list(self)[index])
        if index < 0:
            index += self._size
        for i, value in enumerate(self):
            if i == index:
                return value
        raise IndexError(f"index {index} out of range")

    def reverse(self):
        previous = None
        node = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def remove_if(self, test):
        while self.head and test(self.head.value):
            self.head = self.head.next
            self._size -= 1
        node = self.head
        while node and node.next:
            if test(node.next.value):
                node.next = node.next.next
                self._size -= 1
            else:
                node = node.next

    def __repr__(self):
        return "LinkedList(" + " -> ".join(map(repr, self)) + ")"


l = LinkedList(range(6))
print(l, len(l), l[0], l[-1], l[1:4], Node.count)
l.reverse()
print(l, Node.count)
l.remove_if(lambda v: v % 2)
print(l, len(l), Node.count)
print(l.pop(), l.pop(), Node.count)
for call in (lambda: l[10], lambda: LinkedList().pop()):
    try:
        call()
    except IndexError as error:
        print("IndexError:", error)
it = iter(l)
l.push("new")
print(next(it), list(l))
del l
print("iterator keeps", Node.count)
del it
print("left", Node.count)
big = LinkedList(range(30000))
print(len(big), Node.count, sum(big))
middle = big.head.next.next
del big
print("suffix kept", Node.count)
del middle
print("none", Node.count)
a, b = Node(1), Node(2)
a.next, b.next = b, a
del a, b
print("cycle of two", Node.count, gc.collect() >= 2, Node.count)
