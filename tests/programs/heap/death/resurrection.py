saved = []
class Phoenix:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        saved.append(self)
p = Phoenix(1)
del p
print("saved", len(saved), saved[0].n)
saved.clear()
print("cleared: __del__ is not called twice")
class Twice:
    def __del__(self):
        print("del twice?")
        global keep
        keep = self
t = Twice()
t = None
print(type(keep).__name__)
keep = None
print("end of keep")
class Container:
    def __init__(self): self.items = [Phoenix("inner")]
    def __del__(self):
        print("container", [i.n for i in self.items])
        saved.append(self)
c = Container()
del c
print(saved[0].items[0].n)
saved.clear()
print(len(saved), saved[0].n if saved else "")
