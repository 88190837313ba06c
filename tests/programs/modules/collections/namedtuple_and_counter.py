from collections import namedtuple, Counter, defaultdict, OrderedDict, ChainMap, deque
P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), P._fields, P._make([7, 8]), p == (1, 0), *p, P(x=1, y=2), P._field_defaults)
for bad in (lambda: P(), lambda: P(1, 2, 3), lambda: namedtuple("N", "a a"), lambda: namedtuple("N", "class"), lambda: p._replace(z=1)):
    try: bad()
    except (TypeError, ValueError) as error: print(error)
try:
    p.x = 5
except AttributeError as error:
    print(error)
c = Counter("banana")
print(c, c["a"], c["z"], c.most_common(2), sorted(c.elements()), c + Counter("ab"), c - Counter("an"), c & Counter("ab"), c | Counter("zz"), c.total())
c.update("nn"); c.subtract("b"); print(c, +c, dict(c))
dd = defaultdict(list, a=[1])
dd["b"].append(2)
print(dd, dd["c"], len(dd), dd.default_factory is list, "q" in dd, dd.get("q"))
od = OrderedDict([("a", 1), ("b", 2)])
od.move_to_end("a"); print(od, od.popitem(last=False), list(reversed(od)), od == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm["a"], cm["b"], dict(cm), cm.new_child({"c": 4}), cm.maps, len(cm)); cm["b"] = 9; print(cm)
dq = deque([1, 2, 3], maxlen=3)
dq.append(4); dq.appendleft(0); print(dq, dq.maxlen, list(dq), dq[0], dq[-1], len(dq)); dq.rotate(1); print(dq); dq.extend([7, 8]); dq.extendleft([9]); print(dq, dq.count(9), 7 in dq, dq.index(7)); dq.remove(7); dq.reverse(); print(dq, dq.copy() == dq, deque("ab") + deque("c"), deque([1]) * 2)
