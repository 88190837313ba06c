class Meta(type):
    def __del__(cls): print("class dies", cls.__name__)
class A(metaclass=Meta):
    pass
class B(A):
    pass
a = A()
print("end")
