import gc
from collections import deque, OrderedDict, defaultdict
from types import SimpleNamespace
from dataclasses import dataclass
gc.collect()
l = [1]; l.append(l); print(l)
d = {"a": 1}; d["self"] = d; print(d)
t = ([],); t[0].append(t); print(t)
q = deque([1]); q.append(q); print(q)
o = OrderedDict(a=1); o["o"] = o; print(o)
dd = defaultdict(int); dd["dd"] = dd; print(dd)
class S(set): pass
n = SimpleNamespace(x=1); n.me = n; print(n)
a, b = [1], [2]; a.append(b); b.append(a); print(a, b)
@dataclass
class N:
    v: int
    next: object = None
m = N(1); m.next = m; print(m)
del l, d, t, q, o, dd, n, a, b, m
print(gc.collect())
