class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
g = R("global")
def f():
    local = R("local of the failing frame")
    raise ValueError("uncaught")
import atexit
atexit.register(print, "atexit after the traceback")
f()
