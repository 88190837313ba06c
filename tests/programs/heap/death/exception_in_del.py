class Bad:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        raise ValueError(f"problem {self.n}")
b = Bad(1)
del b
print("continues")
l = [Bad(2), Bad(3)]
l.clear()
print("still here")
def f():
    x = Bad(4)
    return "returned"
print(f())
try:
    y = Bad(5)
    raise KeyError("mine")
except KeyError as error:
    del y
    print("caught", error)
