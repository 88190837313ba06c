class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def gen():
    r = R("generator local")
    try:
        yield 1
    finally:
        print("generator finally")
g = gen()
next(g)
h = gen()
it = iter([R("iterated")])
m = map(R, ["never made"])
print("end")
