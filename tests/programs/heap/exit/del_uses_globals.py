import sys
TABLE = {"k": "v"}
def helper(): return "helper result"
class R:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n, TABLE, helper and helper(), sys is not None)
first = R("defined after the names it uses")
