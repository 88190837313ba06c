class R:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        if self.n == 2: raise ValueError("two")
items = [R(i) for i in range(4)]
named = R(2)
raise RuntimeError("program fails too")
