class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def work():
    n = 0
    while True:
        r = R(n)
        n += 1
        if n == 3:
            break
    print("loop left", r.n)
work()
print("--")
def work2():
    for i in range(3):
        r = R(f"w2-{i}")
        if i == 1:
            continue
        print("body", i)
        del r
    else:
        print("else")
work2()
print("--")
stack = [R(i) for i in range(3)]
while stack:
    top = stack.pop()
    print("top", top.n)
print("--")
del top
def search(items):
    for item in items:
        if item.n == 1:
            return item
found = search([R(0), R(1), R(2)])
print("found", found.n)
del found
print("--")
def first(items):
    return next(iter(items))
f = first([R("a"), R("b")])
print("first", f.n)
