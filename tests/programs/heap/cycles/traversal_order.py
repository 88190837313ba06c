import gc
gc.collect()
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, end=" ")
def run(label, build, collect_first):
    holder = build()
    if collect_first: gc.collect()
    del holder
    gc.collect()
    print("|", label, "survived one" if collect_first else "young")
def in_list():
    l = [R(0), R(1), R(2)]; l.append(l); return l
def in_tuple():
    l = []; t = (R(0), R(1), R(2), l); l.append(t); return t
def in_dict():
    d = {i: R(i) for i in range(3)}; d["d"] = d; return d
def in_object():
    o = R("o"); o.a, o.b, o.c = R("a"), R("b"), R("c"); o.o = o; return o
def in_slots():
    s = S(); s.a, s.b, s.me = R("a"), R("b"), s; return s
class S: __slots__ = ("b", "a", "me")
def in_closure():
    a, b, c = R("a"), R("b"), R("c")
    def f(): return a, b, c, f
    return f
def nested():
    l = [[R(0), R(1)], [R(2), [R(3)]]]; l.append(l); return l
for build in (in_list, in_tuple, in_dict, in_object, in_slots, in_closure, nested):
    run(build.__name__, build, False)
    run(build.__name__, build, True)
