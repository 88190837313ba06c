import sys
obj = object()
base = sys.getrefcount(obj)
def delta(label):
    print(label, sys.getrefcount(obj) - base)
lst = [obj] * 5
delta("list of five")
lst.pop()
delta("popped")
lst.extend([obj, obj])
delta("extended")
lst2 = lst[:]
delta("sliced")
lst.remove(obj)
delta("removed")
del lst, lst2
delta("deleted")
s = {obj}
delta("set")
s2 = s | {obj}
delta("union")
f = frozenset(s)
delta("frozenset")
del s, s2, f
d = {obj: obj}
delta("dict key and value")
d2 = dict(d)
delta("copy")
d.pop(obj)
delta("pop")
del d, d2
t = (obj,) * 3
delta("tuple")
nested = [[obj], {"a": (obj,)}]
delta("nested")
del t
nested.clear()
delta("cleared")
from collections import deque, OrderedDict, ChainMap
q = deque([obj, obj])
delta("deque")
q.popleft()
delta("popleft")
od = OrderedDict(x=obj)
delta("ordered")
q.clear(); od.clear()
delta("end")
z = list(zip([obj], [obj]))
delta("zip")
z = None
m = dict.fromkeys(range(4), obj)
delta("fromkeys")
m[0] = m[1] = None
delta("two replaced")
m.clear()
delta("end")
