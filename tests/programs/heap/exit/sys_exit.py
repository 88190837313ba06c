import sys, atexit
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
r = R("global")
atexit.register(print, "atexit")
def f():
    x = R("local")
    try:
        sys.exit(3)
    finally:
        print("finally")
f()
print("never")
