import gc
gc.collect()
keep = []
class N:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        if self.n.startswith("save"): keep.append(self)
def pair(x, y):
    a, b = N(x), N(y)
    a.o, b.o = b, a
pair("save1", "plain1")
pair("plain2", "plain3")
print("collect", gc.collect())
print([k.n for k in keep], keep[0].o.n)
print("collect", gc.collect())
keep.pop()
print("collect", gc.collect())
