class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
x = R("x1")
y = R("y")
x = R("x2")
z = R("z")
del y
y = R("y again")
print("end")
