import gc
class Node:
    alive = 0
    def __init__(self):
        self.me = self
        Node.alive += 1
    def __del__(self):
        Node.alive -= 1
gc.collect()
peak = 0
for i in range(10000):
    Node()
    peak = max(peak, Node.alive)
print(peak < 10000, peak >= 1000, Node.alive < peak)
gc.collect()
print(Node.alive)
gc.disable()
for i in range(5000):
    Node()
print(Node.alive)
gc.enable()
print(gc.collect(), Node.alive)
gc.set_threshold(50)
peak = 0
for i in range(1000):
    Node()
    peak = max(peak, Node.alive)
print(peak < 120)
gc.collect()
gc.set_threshold(0)
for i in range(3000):
    Node()
print(Node.alive, gc.collect())
