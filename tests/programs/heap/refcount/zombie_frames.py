import sys
class T: pass
t = T()
base = sys.getrefcount(t)
def show(label): print(label, sys.getrefcount(t) - base)
def holder(x):
    y = x
    def inner():
        z = x
        show("inside inner")
    inner()
    show("after inner")
holder(t)
show("after holder")
def raiser(x):
    local = x
    raise ValueError
for _ in range(2):
    try:
        raiser(t)
    except ValueError:
        show("in except")
    show("after except")
def gen(x):
    show("generator starts")
    yield
    show("generator resumes")
g = gen(t)
show("created")
next(g)
show("suspended")
list(g)
show("finished")
