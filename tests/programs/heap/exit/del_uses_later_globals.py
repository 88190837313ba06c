class R:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n, LATER, func)
r = R("defined before")
LATER = "later constant"
def func(): pass
func = "replaced"
print("end")
