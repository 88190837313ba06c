class R:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return self.n == o.n
    def __del__(self): print("del", self.n, end=" ")
t = (R(1), R(2), R(3))
del t
print("| tuple")
d = {"a": R("va"), "b": R("vb"), "c": R("vc")}
del d
print("| dict values")
d = {R(1): R("v1"), R(2): R("v2")}
del d
print("| dict both")
d = {R(1): R("v1"), R(2): R("v2")}
d.clear()
print("| clear")
d = {i: R(i) for i in range(4)}
del d[1]
print("| delitem", end=" ")
d[2] = None
print("| replaced", end=" ")
d.pop(3)
print("| pop", end=" ")
d[0] = R("new")
print("| set", end=" ")
d.update({0: R("newer")})
print("| update")
d = None
print("| end")
s = {R(3), R(1), R(2)}
del s
print("| set")
s = {R(1)}
s.add(R(1))
print("| duplicate", end=" ")
s.discard(R(1))
print("| discarded")
f = frozenset([R(5), R(4)])
f = None
print("| frozenset")
n = {"outer": {"inner": R("deep")}, "list": [R("l")]}
n = None
print("| nested")
x = R("shared")
c = [(x,), {"k": x}, {x}]
del x
print("still", end=" ")
c.clear()
print("| shared")
d = dict(a=R(1)) | dict(a=R(2))
print("| merged")
del d
print("|")
