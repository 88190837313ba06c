import gc
class N: pass
gc.collect()
def pair():
    a, b = N(), N()
    a.b, b.a = b, a
def triple():
    a, b, c = N(), N(), N()
    a.n, b.n, c.n = b, c, a
def parent_children(k):
    p = N()
    p.children = []
    for _ in range(k):
        c = N()
        c.parent = p
        p.children.append(c)
def dict_children(k):
    p = N()
    p.children = {i: N() for i in range(k)}
    for c in p.children.values(): c.parent = p
def linked_dict_touched():
    a = N()
    a.me = a
    a.__dict__
def many_attributes():
    a = N()
    for i in range(40): setattr(a, f"x{i}", a)
def with_data():
    a = N()
    a.me, a.name, a.num, a.list, a.data = a, "x", 5, [1, 2], {"k": "v"}
class S:
    __slots__ = ("me", "other")
def slotted():
    s = S()
    s.me = s
def slotted_pair():
    s, t = S(), S()
    s.other, t.other = t, s
for f in (pair, triple, lambda: parent_children(0), lambda: parent_children(1), lambda: parent_children(5), lambda: dict_children(3), linked_dict_touched, many_attributes, with_data, slotted, slotted_pair):
    f()
    print(f.__name__, gc.collect())
