from collections import deque, OrderedDict, defaultdict, Counter, ChainMap, namedtuple, UserList, UserDict
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, end=" ")
d = deque(R(i) for i in range(4))
d.popleft()
print("| popleft")
d.pop()
print("| pop")
d.clear()
print("| clear")
d = deque([R(1), R(2)], maxlen=2)
d.append(R(3))
print("| maxlen")
d = None
print("| deque")
od = OrderedDict((i, R(i)) for i in range(3))
od.move_to_end(0)
od.popitem(last=False)
print("| popitem")
del od
print("| ordered")
dd = defaultdict(list)
dd["x"].append(R("dd"))
dd.pop("x")
print("| defaultdict")
P = namedtuple("P", "x y")
p = P(R("x"), R("y"))
q = p._replace(x=None)
print("| replaced")
del p
print("| p gone")
del q
print("| q gone")
ul = UserList([R("ul")])
del ul
print("| userlist")
ud = UserDict(a=R("ud"))
ud.clear()
print("| userdict")
cm = ChainMap({"a": R("child")}, {"a": R("parent")})
cm = cm.parents
print("| chainmap")
cm = None
print("| end")
