class R:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
for i in range(30):
    globals()[f"name{i}"] = R(i)
for i in range(0, 30, 3):
    del globals()[f"name{i}"]
print("|")
for i in range(0, 30, 6):
    globals()[f"name{i}"] = R(f"again{i}")
print("end")
