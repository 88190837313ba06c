class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, "| a" if "a" in globals() and a is not None else "| no a", "| _b" if "_b" in globals() and _b is not None else "| no _b")
a = R("a")
_b = R("_b")
__c = R("__c")
__d__ = R("__d__")
e = R("e")
