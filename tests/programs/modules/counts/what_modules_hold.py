import sys, operator, itertools, functools, weakref, gc, copy, types, abc, collections, contextlib, atexit, enum, dataclasses, typing, random, math, time
rc = sys.getrefcount

class N:

    def __init__(s, n=0):
        s.n = n

    def __repr__(s):
        return 'N%s' % s.n

    def __del__(s):
        print('del', s.n)

def sec(t):
    print('==', t)

def g(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
sec('ref')
o = N(1)
r = weakref.ref(o, lambda w: print('cb', rc(w), w() is None))
r2 = weakref.ref(o)
r3 = weakref.ref(o)
print(rc(o), rc(r), rc(r2), r2 is r3, weakref.getweakrefcount(o), len(weakref.getweakrefs(o)))
p = weakref.proxy(o)
print(p.n, rc(o), rc(p), weakref.getweakrefcount(o))
del o
print(r(), r2(), g(lambda: p.n))
sec('wvd')
d = weakref.WeakValueDictionary()
o = N(2)
d['a'] = o
print(rc(o), dict(d), len(d), list(d.items()), list(d.valuerefs())[0]() is o, 'a' in d, d.get('b'), d.setdefault('a', 5) is o, rc(o))
for k, v in d.items():
    print(k, v, rc(v))
del v
it = iter(d.values())
x = next(it)
print(rc(x))
del o, x
print(len(d))
del it
print(len(d), list(d))
print(g(lambda: d['a']), g(lambda: d.pop('a')), d.pop('a', 3), g(lambda: d.__setitem__('x', 5)), g(lambda: d.popitem()))
d2 = weakref.WeakValueDictionary({1: sec})
print(d2 | {2: g}, sorted((d2 | {2: g}).keys()), d2.copy().keys())
sec('wkd')
k = N(3)
d = weakref.WeakKeyDictionary()
d[k] = N(4)
print(rc(k), list(d.keyrefs())[0]() is k, d[k], k in d, 5 in d, len(d))
del k
print(len(d))
print(g(lambda: d[5]), g(lambda: d.update({1: 2})))
sec('ws')
a = N(5)
b = N(6)
s = weakref.WeakSet([a, b, a])
print(len(s), a in s, rc(a), sorted((x.n for x in s)))
del b
print(len(s), s.pop() is a, len(s), g(lambda: s.pop()), g(lambda: s.remove(a)), g(lambda: s.add(5)))
t = weakref.WeakSet([a])
print(s | t, s <= t, s == t, t - s, t.isdisjoint(s), t ^ s)
sec('wm')

class C:

    def m(s):
        return 7

    def __del__(s):
        print('del C')
c = C()
wm = weakref.WeakMethod(c.m, lambda w: print('wm dead', w is wm))
print(wm()(), rc(c), wm == weakref.WeakMethod(c.m), hash(wm) == hash(weakref.WeakMethod(c.m)))
del c
print(wm())
print(g(lambda: weakref.WeakMethod(5)), g(lambda: weakref.ref(5)), g(lambda: weakref.ref()), g(lambda: weakref.proxy([])), g(lambda: weakref.ref(C, 1, 2, 3)), g(lambda: weakref.ref(C(), callback=3)))
sec('finalize')
o = N(7)
f = weakref.finalize(o, print, 'fin', 1, end='!\n')
print(f.alive, rc(o), f.peek()[1:], f.atexit)
del o
print(f.alive, f(), f.peek(), f.detach())
o = N(8)
f = weakref.finalize(o, print, 'fin8')
print(f(), f.alive)
del o
o = N(9)
f = weakref.finalize(o, print, 'fin9')
print(f.detach()[1:])
del o
keep = N(10)
f10 = weakref.finalize(keep, print, 'fin10 at exit')
f11 = weakref.finalize(keep, print, 'fin11 not at exit')
f11.atexit = False
sec('gc')
gc.collect()
gc.disable()
x = N('cyc')
x.me = x
w = weakref.ref(x, lambda w: print('cycle cb'))
del x
print(w() is None)
print(gc.collect(), w() is None)
a = N('A')
b = N('B')
a.b = b
b.a = a
del a, b
print(gc.collect())

def cb(phase, info):
    print('gccb', phase, info)
gc.callbacks.append(cb)
gc.collect(1)
gc.collect()
gc.callbacks.remove(cb)
print(gc.get_threshold(), gc.isenabled(), gc.get_debug(), g(lambda: gc.collect(5)), g(lambda: gc.collect(-1)), g(lambda: gc.set_threshold()), g(lambda: gc.get_objects(7)), gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked({1: []}), gc.is_tracked(()), gc.is_tracked(5), gc.is_tracked(N), gc.is_finalized(N('f')))
l = [1]
l2 = [l]
print([type(x).__name__ for x in gc.get_referrers(l)], gc.get_referents(l2) == [[1]], gc.get_referents({1: 2}), gc.get_referents((3, 4)), gc.get_referents(5))
gc.set_debug(gc.DEBUG_SAVEALL)
x = N('sv')
x.x = x
del x
print(gc.collect(), gc.garbage)
gc.set_debug(0)
gc.garbage[0].x = None
gc.garbage.clear()
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())
print([sorted(x) for x in gc.get_stats()][:1])
sec('functools')

@functools.lru_cache(maxsize=2)
def f(x):
    return N('res%s' % x)
y = f(1)
print(rc(y), f.cache_info())
f(2)
f(3)
print(f.cache_info(), rc(y))
del y
f.cache_clear()
k = N('key')
f(k)
print(rc(k))
f.cache_clear()
print(rc(k))
pt = functools.partial(print, k, sep='-')
print(rc(k), pt.args, pt.keywords, pt)
del pt
print(rc(k))

class CP:

    @functools.cached_property
    def v(s):
        return N('cp')
c = CP()
print(c.v is c.v, rc(c.v), c.__dict__)
del c

@functools.singledispatch
def sd(x):
    return 'o'

@sd.register
def _(x: int):
    return 'i'
print(sd(1), sd('a'), sd.dispatch(bool))

@functools.wraps(f)
def ff():
    pass
print(ff.__wrapped__ is f, ff.__name__)
sec('collections')
P = collections.namedtuple('P', 'x y')
p = P(k, 2)
print(p, rc(k), p._asdict(), p._replace(y=3), P._fields, gc.is_tracked(p))
del p
print(rc(k))
dq = collections.deque([k], 3)
dq.append(k)
print(rc(k), dq, dq.maxlen)
dq.clear()
print(rc(k))
dd = collections.defaultdict(lambda: N('dd'))
dd[1]
print(dd)
del dd
cm = collections.ChainMap({'a': k}, {'b': 2})
print(rc(k), cm)
del cm
c = collections.Counter('hello')
print(c.most_common(2), c)
od = collections.OrderedDict(a=k)
print(rc(k), od)
od.clear()
print(rc(k))
sec('copy')
x = [k, [k]]
y = copy.copy(x)
print(rc(k))
z = copy.deepcopy([[1], [2]])
print(z)
del x, y
print(rc(k))
n = N('orig')
n.l = [1]
m = copy.copy(n)
m.n = 'copy'
print(m.l is n.l)
dm = copy.deepcopy(n)
dm.n = 'deep'
print(dm.l is n.l)
del n, m, dm
sec('ctx')

@contextlib.contextmanager
def cmx():
    o = N('ctx')
    print('in')
    try:
        yield o
    finally:
        print('out')
with cmx() as o:
    print(rc(o))
del o
with contextlib.ExitStack() as st:
    st.callback(print, 'cb1')
    st.enter_context(contextlib.suppress(KeyError))
    st.push(lambda *a: print('exit', a[0]))
with contextlib.suppress(ZeroDivisionError):
    1 / 0
with contextlib.closing(types.SimpleNamespace(close=lambda: print('closed'))):
    pass
with contextlib.redirect_stdout(sys.stderr):
    pass
with contextlib.nullcontext(k) as kk:
    print(rc(k))
del kk
sec('abc')

class A(abc.ABC):

    @abc.abstractmethod
    def f(s):
        ...
print(g(A))

@A.register
class B:
    pass
print(isinstance(B(), A), issubclass(B, A), issubclass(int, A), A._abc_impl is not None, weakref.getweakrefcount(B))

class D(A):

    def f(s):
        return 1
print(D().f(), A.__abstractmethods__, D.__abstractmethods__)
sec('types')
ns = types.SimpleNamespace(a=1)
ns.b = k
print(ns.a, rc(k), ns)
del ns
m = types.ModuleType('mm')
m.k = k
print(rc(k), m)
del m
print(rc(k))
mt = types.MethodType(lambda s: s, k)
print(rc(k), mt() is k)
del mt
print(types.new_class('X', (list,), {}, lambda ns: ns.update(z=1)).z, types.FunctionType, types.GeneratorType, types.NoneType)
mp = types.MappingProxyType({'a': k})
print(rc(k))
del mp
sec('enum')

class E(enum.Enum):
    A = 1
    B = 2
print(E.A, E(2), list(E), E['A'], E.A.name, rc(E.A) > 3)
sec('dc')

@dataclasses.dataclass
class DC:
    x: int
    y: list = dataclasses.field(default_factory=list)
q = DC(1)
print(q, q == DC(1), dataclasses.asdict(q), dataclasses.replace(q, x=2), weakref.ref(q)() is q)

@dataclasses.dataclass(slots=True, frozen=True)
class DS:
    x: int
print(DS(1), g(lambda: setattr(DS(1), 'x', 2)), g(lambda: weakref.ref(DS(1))))
sec('random')
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(10), 3), random.shuffle(z), z, random.gauss(0, 1))
atexit.register(print, 'atexit 1')
atexit.register(lambda: 1 / 0)

@atexit.register
def last():
    print('atexit last', rc(k))
print('end')
