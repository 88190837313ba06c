keep = []
class R:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        keep.append(self)
r = R("r")
class Cyc(R):
    def __init__(self, n):
        super().__init__(n)
        self.me = self
c = Cyc("cycle")
print("end")
