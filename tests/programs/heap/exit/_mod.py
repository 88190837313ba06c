class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
inside = R("global of the imported module")
other = [R("in its list")]
