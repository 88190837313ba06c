class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
items = [R("l0"), R("l1")]
table = {"a": R("d a"), "b": R("d b")}
pair = (R("t0"), R("t1"))
nested = {"list": [R("nested")], "tuple": (R("deep"),)}
single = {R("in set")}
def f(x=R("default")): pass
g = lambda: R
def outer():
    r = R("closure")
    return lambda: r
closure = outer()
print("end")
