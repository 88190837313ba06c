class F:
    def __init__(self, n): self.n = n
    def __str__(self):
        print("str", self.n)
        return f"F{self.n}"
    def __format__(self, spec):
        print("format", self.n, spec)
        return f"F{self.n}:{spec}"
    def __del__(self): print("del", self.n)
print(f"{F(1)} and {F(2):x}")
print("{} {}".format(F(3), F(4)))
print("%s" % F(5))
print(str(F(6)) + str(F(7)))
print(F(8), F(9))
print(repr([str(F(10))]))
print(" ".join(map(str, [F(11), F(12)])))
