import gc
class A(object):
    def __init__(self):
        self.b = None
    def __del__(self):
        print("A.__del__")
class B(object):
    def __init__(self):
        self.a = None
    def __del__(self):
        print("B.__del__")
a = A()
b = B()
a.b = b
b.a = a
a = None
b = None
print("collecting")
n = gc.collect()
print("unreachable:", n)
print("remaining garbage:", gc.garbage)
