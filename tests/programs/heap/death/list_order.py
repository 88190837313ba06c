class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, end=" ")
l = [R(i) for i in range(5)]
del l
print("| list")
l = [R(i) for i in range(5)]
l.clear()
print("| clear")
l = [R(i) for i in range(5)]
l[:] = []
print("| slice assign")
l = [R(i) for i in range(5)]
del l[1:4]
print("| del slice")
l[0] = None
print("| item")
l.pop()
print("| pop")
l = [R(i) for i in range(4)]
l = l[2:]
print("| sliced")
l = [R(i) for i in range(4)]
l[::2] = [1, 2]
print("| extended slice")
del l[:]
print("| del all")
l = [[R(1), R(2)], [R(3)], R(4)]
l = None
print("| nested")
l = [R(1)] * 3
l.pop(); l.pop()
print("two gone", end=" ")
l.pop()
print("| repeated")
l = [R(i) for i in range(3)]
l.reverse()
del l
print("| reversed")
l = [R(0)]
l.append(R(1)); l.insert(0, R(2))
del l
print("| built")
l = [R(i) for i in range(3)]
l.remove(l[1])
print("| removed")
l += [R(9)]
del l[0], l[0]
print("|", len(l))
