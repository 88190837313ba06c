import math, sys
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
math.kept = R("on math")
sys.kept = R("on sys")
import builtins
builtins.kept = R("on builtins")
main = R("in main")
print("end")
