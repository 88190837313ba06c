class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
math = R("shadowed by import")
import math
print("imported")
Foo = R("shadowed by class")
class Foo: pass
print("class defined")
func = R("shadowed by def")
def func(): pass
print("def done")
i = R("shadowed by loop")
for i in range(2): pass
print("loop done")
e = R("shadowed by except")
try:
    raise ValueError
except ValueError as e:
    print("in except")
x = R("shadowed by with")
from contextlib import nullcontext
with nullcontext(5) as x: pass
w = R("shadowed by walrus")
(w := 1)
a = R("shadowed by unpacking")
a, b = 1, 2
globals()["a"] = R("through globals")
globals()["a"] = None
c = R("via del globals")
del globals()["c"]
exec("b = 5")
d = R("via exec")
exec("d = None")
print("end")
