class Bad:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        raise RuntimeError(self.n)
a = Bad("a")
b = Bad("b")
print("end")
