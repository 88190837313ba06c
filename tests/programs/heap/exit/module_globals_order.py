class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = R("a")
b = R("b")
_c = R("_c")
d = R("d")
_e = R("_e")
a2 = a
print("end of program")
