class C:
    def __init__(self): self.callback = self.method
    def method(self): pass
    def __del__(self): print("C with bound method")
c = C()
class D:
    def __init__(self): self.f = lambda: self
    def __del__(self): print("D with closure")
d = D()
def func(): pass
class E:
    def __del__(self): print("E on function attribute")
func.e = E()
func.me = func
print("end")
