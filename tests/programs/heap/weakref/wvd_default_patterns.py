import weakref
class Entry:
    def __init__(self, k): self.k = k
reg = weakref.WeakValueDictionary()
def get_or_create(k):
    try:
        return reg[k]
    except KeyError:
        e = Entry(k)
        reg[k] = e
        return e
a = get_or_create("x")
print(get_or_create("x") is a, len(reg))
e2 = reg.setdefault("x", Entry("other"))
print(e2 is a)
e3 = reg.setdefault("y", Entry("y"))
print("y" in reg, e3.k)
del e3
print("y" in reg)
print(reg.get("x").k, reg.get("nope"), reg.pop("nope", "dflt"))
del a, e2
print(len(reg), list(reg.keyrefs()) if hasattr(reg, "keyrefs") else [r() for r in reg.valuerefs()])
class Mutable(list): pass
m = Mutable([1])
reg["list"] = m
m.append(2)
print(reg["list"])
s = {1}
reg["set"] = s
print(reg["set"] is s)
for v in ([], {}, "s", 5):
    try:
        reg["bad"] = v
    except TypeError as error:
        print(error)
print(sorted(reg), "bad" in reg)
