events = []
class R:
    live = 0
    def __init__(self, n):
        self.n = n
        R.live += 1
    def __del__(self):
        R.live -= 1
        events.append(self.n)
l = [R(i) for i in range(3)]
print(R.live)
l.pop()
print(R.live, events)
class Popper:
    def __init__(self, target): self.target = target
    def __del__(self):
        if self.target: print("popped", self.target.pop())
t = [1, 2, 3]
p = Popper(t)
del p
print(t)
class Nest:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("begin", self.n)
        if self.n: Nest(self.n - 1)
        print("end", self.n)
Nest(2)
class Appender:
    def __init__(self, l): self.l = l
    def __del__(self): self.l.append("added by del")
x = []
x.append(Appender(x))
x[0] = "replaced"
print(x)
x.append(Appender(x))
x.clear()
print(x)
d = {}
d["a"] = Appender(x)
d.clear()
print(x, d)
del l
print(R.live, events)
class Swap:
    def __del__(self):
        global name
        name = "set by del"
name = Swap()
name = "plain"
print(name)
name = Swap()
del name
print(name)
