class P:
    alive = 0
    def __init__(self): P.alive += 1
    def __del__(self): P.alive -= 1
for n in (10, 1000, 20000):
    l = [P() for _ in range(n)]
    print(P.alive)
    l = l[::2]
    print(P.alive)
    d = {i: p for i, p in enumerate(l)}
    l = None
    print(P.alive)
    for i in list(d):
        if i % 3: del d[i]
    print(P.alive)
    d = s = None
    print(P.alive)
t = tuple(P() for _ in range(5))
u = t + t
t = None
print(P.alive)
u = u[:1]
print(P.alive)
g = (P() for _ in range(10))
next(g); next(g)
print(P.alive)
x = next(g)
print(P.alive)
del g
print(P.alive)
