import weakref
class A:
    def __init__(self, n):
        self.n = n
        weakref.finalize(self, print, "finalizer", n)
a = A(1)
b = A(2)
a.b = b
b.a = a
c = A(3)
del c
print("end")
