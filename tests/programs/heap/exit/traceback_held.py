import sys
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    r = R("held by traceback")
    raise ValueError
try:
    f()
except ValueError as e:
    saved = e
print("end")
