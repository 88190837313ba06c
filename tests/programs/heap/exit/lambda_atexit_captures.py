import atexit
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
r = R("captured")
atexit.register(lambda r=r: print("atexit sees", r.n))
del r
s = R("global")
atexit.register(lambda: print("global seen", s.n))
print("end")
