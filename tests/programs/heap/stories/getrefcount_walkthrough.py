import sys
def show(label, n): print(f"{label:<28}{n}")
value = ["payload"]
show("one name", sys.getrefcount(value))
other = value
show("second name", sys.getrefcount(value))
table = {"v": value}
show("in a dict", sys.getrefcount(value))
def peek(arg):
    show("inside a function", sys.getrefcount(arg))
    inner = arg
    show("with a local", sys.getrefcount(arg))
peek(value)
show("after the call", sys.getrefcount(value))
class Box:
    def __init__(self, content): self.content = content
box = Box(value)
show("in an object", sys.getrefcount(value))
fn = lambda: value
show("global used in lambda", sys.getrefcount(value))
def closing(v): return lambda: v
fn = closing(value)
show("in a closure", sys.getrefcount(value))
other = None
del table["v"]
box.content = 0
fn = None
show("all released", sys.getrefcount(value))
