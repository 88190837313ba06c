import gc
from types import MappingProxyType
from types import SimpleNamespace
from types import ModuleType
from collections import deque, OrderedDict, defaultdict, namedtuple
gc.collect()
def run(f):
    f()
    print(f.__name__, gc.collect())
def a_deque():
    d = deque(); d.append(d)
def ordered():
    d = OrderedDict(); d["me"] = d
def default():
    d = defaultdict(list); d["x"].append(d)
def set_of_objects():
    class_ = type("K", (), {})
def frozen():
    l = []
    o = O(); o.f = frozenset([o])
class O: pass
def a_set():
    o = O(); o.s = {o}
def keyed():
    o = O(); o.d = {o: 1}
P = namedtuple("P", "x y")
def named():
    l = []; l.append(P(l, 1))
def a_slice():
    l = []; l.append(slice(l, None))
def view():
    d = {}; d["v"] = d.values()
def proxy():
    d = {}; d["p"] = MappingProxyType(d)
def prop():
    l = []; l.append(property(lambda self: l))
def simple_ns():
    n = SimpleNamespace(); n.me = n
def method_object():
    l = []; l.append(l.append)
def bytes_no():
    b = bytearray(b"x")
def module():
    m = ModuleType("m"); m.me = m
def nested_lists():
    a = [[[]]]; a[0][0].append(a)
def userlist_like():
    class_free = [{} for _ in range(3)]
    class_free[0]["all"] = class_free
for f in (a_deque, ordered, default, frozen, a_set, keyed, named, a_slice, view, proxy, prop, simple_ns, method_object, bytes_no, module, nested_lists, userlist_like):
    run(f)
