class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __add__(self, o): return R(self.n + o.n)
    def __eq__(self, o): return self.n == o.n
    def __getitem__(self, i): return R(f"{self.n}[{i}]")
    def __call__(self): return R(self.n + "()")
    def __bool__(self): return True
    def __enter__(self): return R("entered")
    def __exit__(self, *a): print("exit")
    def __iter__(self): return iter([R("i1"), R("i2")])
    @property
    def p(self): return R(self.n + ".p")
R("a") + R("b")
print("-- compare")
R("c") == R("d")
print("-- subscripts")
R("e")[0]
print("-- call")
R("f")()
print("-- property")
R("g").p
print("-- or")
R("h") or R("i")
print("-- and")
R("j") and R("k")
print("-- conditional")
1 if R("l") else 2
print("-- with")
with R("m") as m:
    print("body")
print("after with")
del m
print("-- for")
for x in R("n"):
    print("loop", x.n)
print("after loop")
del x
print("-- unpack")
u, v = R("o")
print("unpacked")
del u, v
print("-- tuple")
(R("p"), R("q"))
print("-- index of temporary")
[R("r"), R("s")][1]
print("-- attribute of temporary")
R("t").n
print("-- f-string")
f"{R('u').n} {R('v').n}"
print("-- comparison chain")
R("w") == R("w") == R("w")
print("-- list add")
[R("x")] + [R("y")]
print("-- comprehension")
[r.n for r in [R("z1"), R("z2")]]
print("-- end")
