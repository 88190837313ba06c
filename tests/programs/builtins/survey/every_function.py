import sys, builtins
rc = sys.getrefcount

def g(f, *a, **k):
    try:
        return f(*a, **k)
    except BaseException as e:
        return type(e).__name__ + ': ' + str(e)

class M(type):

    @classmethod
    def __prepare__(m, name, bases, **k):
        print('prep', name, bases, k)
        return {}

    def __new__(m, name, bases, ns, **k):
        print('new', name, sorted((x for x in ns if not x.startswith('__s') and x != '__firstlineno__')), k)
        return super().__new__(m, name, bases, ns)

    def __init__(c, name, bases, ns, **k):
        print('init', name, k)
        super().__init__(name, bases, ns)

    def __call__(c, *a, **k):
        print('call', a, k)
        return super().__call__(*a, **k)

class A(metaclass=M, opt=1):

    def f(s):
        return __class__

class B(A):
    pass
print(B().f(), type(B), B.__mro__)

class Me:

    def __mro_entries__(s, bases):
        print('mro_entries', bases is not None)
        return (int,)

class C(Me()):
    pass
print(C.__bases__, C.__orig_bases__)

def badprep():

    class X(type):

        @classmethod
        def __prepare__(*a):
            return 5

    class Y(metaclass=X):
        pass
print(g(badprep))

def badcell():

    class X(type):

        def __new__(m, n, b, ns):
            return type.__new__(m, n, b, {})

    class Y(metaclass=X):

        def f(s):
            return __class__
print(g(badcell))

def conflict():

    class X(type):
        pass

    class Y(type):
        pass

    class P(metaclass=X):
        pass

    class Q(metaclass=Y):
        pass

    class R(P, Q):
        pass
print(g(conflict))

def nonmeta():

    class Z(metaclass=lambda n, b, ns: (n, b)):
        pass
    return Z
print(nonmeta())

class Base:

    def __init_subclass__(cls, **k):
        print('sub', cls.__name__, k)

class S(Base, x=1):
    pass
print(g(lambda: type('T', (), {}, z=1)), g(lambda: type('T', (5,), {})), g(lambda: type(5, (), {})), g(lambda: type('T', [], {})))

class D:

    def __set_name__(s, o, n):
        print('set_name', o.__name__, n)

class O:
    d = D()
x = 10

def f():
    y = 5
    print(eval('x'), eval('y'), sorted(locals()), eval('y+z', {'y': 1, 'z': 2}), g(eval, 'zz'))
    exec('y=99; q=3')
    print(y, 'q' in locals())
    d = {}
    exec('a=1\ndef h(): return a', d)
    print(d['h'](), sorted(d))
    exec('b=2', {}, d)
    print(d['b'])
f()

class Map(dict):

    def __missing__(s, k):
        return k + '!'
print(eval('foo', {}, Map()), eval(compile('1+1', '<s>', 'eval')), exec(compile('w=3', '<s>', 'exec')), w)
print(g(eval, '1 +'), g(exec, 'x ='), g(compile, 'a b', 'f', 'exec'), g(eval, '\x00'), g(compile, 'x=1', 'f', 'eval'))
exec(compile('5', '<s>', 'single'))
print(__name__, dir()[:3], [n for n in dir(5) if 'to' in n], vars(S).get('__module__'), g(vars, 5), sorted(vars(type('V', (), {'a': 1})())))
print(g(getattr, 5, 'x'), g(getattr, 5, 'x', None), hasattr(5, 'real'), g(setattr, 5, 'x', 1), g(delattr, f, 'zz'), g(setattr, f, 'zz', 1), f.zz, delattr(f, 'zz'), hasattr(f, 'zz'))
it = iter([1, 2])
print(next(it), next(it), g(next, it), next(it, 'd'))

def gen():
    yield 1
    return 'r'
q = gen()
next(q)
print(g(next, q), g(next, q, 'dd'))
try:
    next(gen.__call__().__iter__())
except StopIteration:
    pass
e = gen()
next(e)
try:
    next(e)
except StopIteration as s:
    print(s.value)
print(list(iter(lambda c=iter('abc'): next(c), 'c')), list(zip('ab', [1, 2], strict=True)), g(list, zip('ab', [1], strict=True)), g(list, map(int, '1a')), list(map(lambda a, b: a + b, [1, 2], [3])), list(filter(None, [0, 1, '', 2])), list(reversed('abc')), list(enumerate('ab', 5)), sorted('bca', reverse=True), g(sorted, [1, 'a']), min('b', 'a', key=str.upper), max([], default='x'), g(max, []), sum([0.1] * 10), sum([1, 2.0]), g(sum, ['a']), any([]), all([]), any((x > 1 for x in [1, 2])))
print(round(2.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.5e+300), divmod(-7, 2), pow(2, -1), pow(3, -1, 7), pow(2, 10, 1000), abs(-3 + 4j), bin(-5), oct(8), hex(255), chr(97), ord('€'), ascii('é€'), repr('a\n'), format(3.14159, '.2f'), format(1234567, ','), format('x', '>5'), hash(1) == hash(1.0) == hash(True), callable(f), isinstance(True, int), issubclass(bool, (str, int)), isinstance(5, int | str), id(f) == id(f), type(5) is int, len('abc'), g(len, 5))
print(1, 2, sep='', end='|\n')
print(*[1, 2], sep=', ')
print('a', 'b', file=sys.stdout, flush=True)
print(g(print, 1, sep=5), g(print, 1, foo=2))
print()

class W:

    def __init__(s):
        s.b = []

    def write(s, t):
        s.b.append(t)

    def flush(s):
        s.b.append('F')
w_ = W()
print('a', 1, None, file=w_, flush=True)
print(w_.b)
old = sys.stdout
sys.stdout = w_
print('redirected')
sys.stdout = old
print(w_.b[-2:])
print(g(input, 'prompt> '))
print(g(isinstance, 5, 'a'), g(issubclass, 5, int), g(__import__, 'nope'), __import__('math').pi)
print(Ellipsis, NotImplemented, __debug__, builtins.len is len, sorted((n for n in dir(builtins) if n[0].islower()))[:8])
print(sys.version_info[:2], sys.version_info > (3, 8), sys.implementation.name, sys.platform, sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.flags.optimize, sys.float_info.max, sys.int_info, sys.hash_info.modulus, sys.argv[1:], sys.getdefaultencoding(), sys.intern('abc') is sys.intern('abc'), g(sys.setrecursionlimit, 1), g(sys._getframe, 99), sys._getframe().f_code.co_name, sys.exc_info(), g(sys.exit, 3), g(sys.exit), g(sys.exit, 'm'), sys.is_finalizing(), sys.getswitchinterval(), sys.stdout.name, sys.stderr.fileno(), sys.stdout.encoding)

def deep(n):
    return sys._getframe(n).f_code.co_name
print(deep(0), deep(1), sys._getframe(0).f_lineno > 0)
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0], sys.exception(), sys.exc_info()[2] is not None)
print(sys.exc_info(), sys.exception())
sys.displayhook(5)
sys.displayhook(None)
print(builtins._)
print(sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof({}), sys.getsizeof(()), sys.getsizeof(''), sys.getsizeof(0), sys.getsizeof(2 ** 30), sys.getsizeof(1.0), sys.getsizeof(set()), sys.getsizeof(A()), sys.getsizeof(object()), sys.getsizeof(range(3)), sys.getsizeof(f), sys.getsizeof(A), sys.getsizeof(iter([])), sys.getsizeof(gen()), sys.getsizeof(None), sys.getsizeof(b'a'), sys.getsizeof(True))
