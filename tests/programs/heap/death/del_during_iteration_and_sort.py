class R:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __del__(self): print("del", self.n, end=" ")
l = [R(3), R(1), R(2)]
l.sort()
del l
print("| sorted in place")
l = sorted([R(3), R(1), R(2)], reverse=True)
del l
print("| sorted")
for r in [R(1), R(2), R(3)]:
    print("at", r.n, end=" ")
print("| loop ended")
del r
print()
for i, r in enumerate([R(1), R(2)]):
    pass
print("| enumerate")
del r
print()
for a, b in zip([R(1), R(2)], [R(10), R(20)]):
    print("pair", end=" ")
print("|")
del a, b
print()
for x in map(R, range(3)):
    print("mapped", x.n, end=" ")
x = None
print()
list(filter(lambda r: r.n > 1, [R(1), R(2)]))
print("| filter")
[R(i) for i in range(3)]
print("| comprehension dropped")
{i: R(i) for i in range(2)}
print("| dict comprehension")
any(R(i) for i in range(3))
print("| any stops early")
list(reversed([R(1), R(2)]))
print("| reversed")
min(R(2), R(1)).n
print("| min")
queue = [R(i) for i in range(3)]
while queue:
    queue.pop(0)
print("| queue")
