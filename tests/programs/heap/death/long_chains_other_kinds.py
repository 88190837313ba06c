import sys
count = 0
class Node:
    def __init__(self, next):
        self.next = next
    def __del__(self):
        global count
        count += 1
head = None
for _ in range(50000):
    head = Node(head)
del head
print(count)
l = []
for _ in range(100000):
    l = [l]
del l
print("lists")
t = ()
for _ in range(100000):
    t = (t,)
del t
print("tuples")
d = {}
for _ in range(100000):
    d = {"d": d}
del d
print("dicts")
def wrap(f):
    return lambda: f
f = None
for _ in range(20000):
    f = wrap(f)
del f
print("closures")
g = iter(())
for _ in range(20000):
    g = iter([g])
del g
print("iterators")
c = None
for _ in range(20000):
    c = [{"k": (c,)}]
c = None
print("mixed")
