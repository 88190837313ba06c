import gc
class Node:
    def __init__(self, value):
        self.value = value
        self.refs = []
gc.collect()
gc.disable()
def churn(n):
    for i in range(n):
        a, b = Node(i), Node(-i)
        a.refs.append(b)
        b.refs.append(a)
for n in (1, 10, 100):
    churn(n)
    print(n, gc.collect())
churn(5)
alive = len([o for o in gc.get_objects() if isinstance(o, Node)])
print(alive)
gc.enable()
gc.collect()
print(len([o for o in gc.get_objects() if isinstance(o, Node)]))
