class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class Holder:
    shared = R("class attribute")
    items = [R("in class list")]
    def method(self, default=R("method default")): pass
h = Holder()
h.own = R("instance attribute")
print("end")
