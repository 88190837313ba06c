import sys, operator, itertools, functools, weakref, gc, copy, types, abc, collections, contextlib, math
rc = sys.getrefcount
log = []

class K:

    def __init__(s, n):
        s.n = n

    def __lt__(s, o):
        log.append(('lt', rc(s), rc(o)))
        return s.n < o.n

    def __gt__(s, o):
        log.append(('gt', rc(s), rc(o)))
        return s.n > o.n

    def __eq__(s, o):
        log.append(('eq', rc(s), rc(o)))
        return isinstance(o, K) and s.n == o.n

    def __hash__(s):
        log.append(('hash', rc(s)))
        return s.n

    def __add__(s, o):
        log.append(('add', rc(s), rc(o)))
        return K(s.n + (o.n if isinstance(o, K) else o))

    def __radd__(s, o):
        log.append(('radd', rc(s)))
        return K(s.n + o)

    def __repr__(s):
        log.append(('repr', rc(s)))
        return 'K%d' % s.n

    def __str__(s):
        log.append(('str', rc(s)))
        return 'k%d' % s.n

    def __format__(s, f):
        log.append(('format', rc(s), rc(f)))
        return 'f'

    def __len__(s):
        log.append(('len', rc(s)))
        return s.n

    def __bool__(s):
        log.append(('bool', rc(s)))
        return True

    def __iter__(s):
        log.append(('iter', rc(s)))
        return iter([1, 2])

    def __contains__(s, o):
        log.append(('contains', rc(s), rc(o)))
        return True

    def __getitem__(s, i):
        log.append(('getitem', rc(s), rc(i)))
        return i

    def __setitem__(s, i, v):
        log.append(('setitem', rc(s), rc(v)))

    def __delitem__(s, i):
        log.append(('delitem', rc(s)))

    def __call__(s, *a, **k):
        log.append(('call', rc(s), [rc(x) for x in a]))
        return a

    def __getattr__(s, n):
        if n.startswith('_'):
            raise AttributeError(n)
        log.append(('getattr', rc(s)))
        return 5

    def __index__(s):
        log.append(('index', rc(s)))
        return s.n

    def __abs__(s):
        log.append(('abs', rc(s)))
        return 1

    def __round__(s, *a):
        log.append(('round', rc(s)))
        return 1

    def __divmod__(s, o):
        log.append(('divmod', rc(s), rc(o)))
        return 1

    def __pow__(s, o, m=None):
        log.append(('pow', rc(s), rc(o)))
        return 1

    def __reversed__(s):
        log.append(('reversed', rc(s)))
        return iter([])

    def __enter__(s):
        log.append(('enter', rc(s)))
        return s

    def __exit__(s, *a):
        log.append(('exit', rc(s)))

    def __dir__(s):
        log.append(('dir', rc(s)))
        return ['a']

    def __sizeof__(s):
        log.append(('sizeof', rc(s)))
        return 5

    def __complex__(s):
        log.append(('complex', rc(s)))
        return 1j

    def __float__(s):
        log.append(('float', rc(s)))
        return 1.0

    def __int__(s):
        log.append(('int', rc(s)))
        return 1

    def __floor__(s):
        log.append(('floor', rc(s)))
        return 1

    def __copy__(s):
        log.append(('copy', rc(s)))
        return s

    def __length_hint__(s):
        log.append(('hint', rc(s)))
        return 1

def show(name):
    print(name, log)
    log.clear()

def run(name, f):
    try:
        r = f()
    except Exception as e:
        r = type(e).__name__ + str(e)
    print(name, log, type(r).__name__)
    log.clear()
a, b, c = (K(3), K(1), K(2))
L = [a, b, c]

def kf(x):
    log.append(('key', rc(x)))
    return x.n

def kid(x):
    log.append(('key', rc(x)))
    return x
tests = dict(sorted=lambda: sorted(L), sortedk=lambda: sorted(L, key=kf), sortedkid=lambda: sorted(L, key=kid), minl=lambda: min(L), maxl=lambda: max(L), mina=lambda: min(a, b, c), maxk=lambda: max(L, key=kf), maxka=lambda: max(a, b, c, key=kid), sum_=lambda: sum(L), sums=lambda: sum(L, a), any_=lambda: any(L), all_=lambda: all(L), map_=lambda: list(map(kf, L)), filter_=lambda: list(filter(kf, L)), filterN=lambda: list(filter(None, L)), zip_=lambda: [rc(x) for x, y in zip(L, L)], enum=lambda: [rc(x) for i, x in enumerate(L)], rev=lambda: [rc(x) for x in reversed(L)], len_=lambda: len(a), repr_=lambda: repr(a), str_=lambda: str(a), format_=lambda: format(a, 'xx'), f=lambda: f'{a}{a!r}{a:xx}', pct=lambda: '%s %r' % (a, a), fmt=lambda: '{} {!r}'.format(a, a), iter_=lambda: iter(a), list_=lambda: list(a), tuple_=lambda: tuple(a), set_=lambda: {a, b, K(3)}, dict_=lambda: {a: 1, K(3): 2}, dictget=lambda: {a: 1}.get(K(3)), inlist=lambda: K(9) in L, index=lambda: L.index(c), count=lambda: L.count(c), remove=lambda: [a, b, c].remove(K(2)), contains=lambda: b in a, getitem=lambda: a[b], call=lambda: a(b, c), callkw=lambda: a(b, x=c), callstar=lambda: a(*[b, c]), getattr_=lambda: getattr(a, 'zz'), attr=lambda: a.zz, hasattr_=lambda: hasattr(a, 'zz'), hash_=lambda: hash(a), abs_=lambda: abs(a), round_=lambda: round(a), divmod_=lambda: divmod(a, b), pow_=lambda: pow(a, b), powm=lambda: pow(a, b, c), int_=lambda: int(a), float_=lambda: float(a), complex_=lambda: complex(a), bool_=lambda: bool(a), not_=lambda: not a, dir_=lambda: dir(a), sizeof=lambda: sys.getsizeof(a), oct_=lambda: oct(a), chr_=lambda: chr(a), range_=lambda: range(a), sl=lambda: [1, 2, 3, 4][b:a], rep=lambda: [0] * a, bytes_=lambda: bytes(b), reversed_=lambda: reversed(a), isinst=lambda: isinstance(a, K), issub=lambda: issubclass(K, object), id_=lambda: id(a) == id(a), callable_=lambda: callable(a), vars_=lambda: vars(a), ceil=lambda: math.floor(a), sqrt=lambda: math.sqrt(a), opadd=lambda: operator.add(a, b), opget=lambda: operator.itemgetter(1)(a), attrg=lambda: operator.attrgetter('zz')(a), methc=lambda: operator.methodcaller('zz')(a), opcontains=lambda: operator.contains(a, b), oplt=lambda: operator.lt(a, b), opindex=lambda: operator.index(a), lh=lambda: operator.length_hint(a), countof=lambda: operator.countOf(L, c), setit=lambda: operator.setitem(a, 1, b), reduce_=lambda: functools.reduce(operator.add, L), reducel=lambda: functools.reduce(lambda x, y: (log.append((rc(x), rc(y))), x)[1], L), partial_=lambda: functools.partial(kf, a)(), partial2=lambda: functools.partial(a, b)(c), cmpk=lambda: sorted(L, key=functools.cmp_to_key(lambda x, y: (log.append((rc(x), rc(y))), x.n - y.n)[1])), copy_=lambda: copy.copy(a), chain=lambda: [rc(x) for x in itertools.chain(L)], islice=lambda: [rc(x) for x in itertools.islice(L, 2)], acc=lambda: list(itertools.accumulate(L)), takew=lambda: list(itertools.takewhile(kf, L)), dropw=lambda: list(itertools.dropwhile(kf, L)), starm=lambda: list(itertools.starmap(a, [(b,)])), groupby=lambda: [(rc(k), [rc(x) for x in g]) for k, g in itertools.groupby(L, kid)], tee=lambda: [rc(x) for x in itertools.tee(L)[0]], cyc=lambda: rc(next(itertools.cycle(L))), rept=lambda: rc(next(itertools.repeat(a))), perm=lambda: [[rc(x) for x in t] for t in itertools.permutations(L, 2)], comb=lambda: [[rc(x) for x in t] for t in itertools.combinations(L, 2)], prod=lambda: [[rc(x) for x in t] for t in itertools.product(L, repeat=2)][:2], zl=lambda: [rc(x) for x, y in itertools.zip_longest(L, [])], pw=lambda: [(rc(x), rc(y)) for x, y in itertools.pairwise(L)], ba=lambda: [rc(x) for t in itertools.batched(L, 2) for x in t], comp=lambda: list(itertools.compress(L, [a, b, c])), ff=lambda: list(itertools.filterfalse(kf, L)), cnt=lambda: next(itertools.count(a)))

def withs():
    with a as x:
        log.append(rc(x))
tests['with'] = withs

def unp():
    x, y = a
    log.append(rc(x))
tests['unpack'] = unp

def itersent():
    n = [0]

    def f():
        n[0] += 1
        return K(n[0])
    return list(iter(f, K(3)))
tests['itersent'] = itersent

def srt():
    M = [a, b, c]
    M.sort()
    M.sort(key=kf, reverse=True)
tests['sort'] = srt

def delit():
    x = K(2)
    x[1] = b
    del x[1]
tests['del'] = delit

def gensum():
    return sum((x for x in L))
tests['gensum'] = gensum

def aug():
    x = a
    x += b
tests['aug'] = aug

def cmpchain():
    return a < b < c
tests['cmpchain'] = cmpchain

def deq():
    d = collections.deque(L)
    K(2) in d
    d.index(c)
    d.count(c)
    d.remove(K(1))
    return [rc(x) for x in d]
tests['deque'] = deq

def cnt():
    return collections.Counter([a, a, b])
tests['Counter'] = cnt

def dd():
    d = collections.defaultdict(list)
    d[a].append(1)
tests['defaultdict'] = dd

def od():
    d = collections.OrderedDict()
    d[a] = 1
    d.move_to_end(a)
    d.popitem()
tests['od'] = od
for n, f in tests.items():
    run(n, f)
