class NotInitialised:
    def __init__(self, fail):
        if fail:
            raise ValueError("in init")
        self.resource = "open"
    def __del__(self):
        print("del", getattr(self, "resource", "never opened"))
try:
    NotInitialised(True)
except ValueError as error:
    print(error)
NotInitialised(False)
class FromNew:
    def __new__(cls, *a):
        print("new")
        return super().__new__(cls)
    def __init__(self):
        self.x = 1
    def __del__(self):
        print("del", vars(self) if hasattr(self, "x") else "bare")
FromNew()
try:
    FromNew(1, 2)
except TypeError as error:
    print(error)
class ByDel:
    def close(self): print("close")
    def __del__(self): self.close()
class Child(ByDel):
    def close(self):
        print("child close")
        super().close()
Child()
class SuperDel(ByDel):
    def __del__(self):
        print("sub del")
        super().__del__()
SuperDel()
x = ByDel()
x.__del__()
print("by hand, then for real")
del x
ByDel.__del__ = lambda self: print("patched")
ByDel()
y = SuperDel()
y.__del__ = lambda: print("instance attribute is ignored")
del y
del SuperDel.__del__
SuperDel()
