# tracebacks of many kinds, each run as a separate exec'd function, printed by the default machinery
import sys, traceback
def show(f, *a):
    try: f(*a)
    except BaseException: traceback.print_exc(file=sys.stdout)
    print('----')
def a():
    try: 1/0
    except ZeroDivisionError: raise
show(a)
def b():
    try: 1/0
    except ZeroDivisionError as e:
        raise e
show(b)
def c():
    try: 1/0
    finally: print('fin')
show(c)
def d():
    with open('/nonexistent') as f: pass
show(d) if False else None
class CM:
    def __enter__(self): return self
    def __exit__(self,*a): print(a[0].__name__ if a[0] else None); raise KeyError('exit')
def e():
    with CM():
        1/0
show(e)
def g():
    yield 1
    raise StopIteration(3)
def h(): return list(g())
show(h)
def i():
    def gen():
        try: yield
        except GeneratorExit: raise ValueError('x')
    x=gen(); next(x); x.close()
show(i)
def j():
    x=[1,2]
    for v in x: v.undefined
show(j)
class P:
    @property
    def q(self): return self.missing
    def __getattr__(self, n): raise AttributeError(n)
show(lambda: P().q)
class P2:
    @property
    def q(self): return self._missing
    def __init__(self): self._mising = 1
show(lambda: P2().q)
class P3:
    __slots__=('alpha',)
show(lambda: P3().alpha); show(lambda: P3().alfa)
def k(): P3().alpha = P3().beta
show(k)
def l(): import sys; sys.exot
show(l)
def m(): sys.exit('bye')
show(m)
def n(): raise SystemExit
show(n)
class E1(Exception): pass
def o(): raise E1
show(o)
def o(): raise E1('a','b')
show(o)
class E2(Exception):
    def __str__(self): return 'multi\nline'
def o(): raise E2
show(o)
class Outer:
    class Inner(Exception): pass
def o(): raise Outer.Inner(3)
show(o)
def o():
    class Local(Exception): pass
    raise Local
show(o)
E3 = type('E3',(Exception,),{'__module__':'some.where'})
def o(): raise E3
show(o)
E4 = type('E4',(Exception,),{'__module__':3})
def o(): raise E4('x')
show(o)
def o():
    e=ValueError('v'); e.add_note('note 1\nline 2'); e.__notes__.append(3); raise e
show(o)
def o():
    e=ValueError('v'); e.__notes__='abc'; raise e
show(o)
def o():
    e=ValueError('v'); e.__notes__=None; raise e
show(o)
def o():
    e=ValueError('v'); e.__notes__=('a','b'); raise e
show(o)
class BadNote:
    def __str__(self): raise 1
def o():
    e=ValueError('v'); e.__notes__=[BadNote()]; raise e
show(o)
def o():
    a=ValueError('a'); b=ValueError('b'); a.__context__=b; b.__context__=a; raise a
show(o)
def o():
    a=ValueError('a'); a.__cause__=a; raise a
show(o)
def o():
    try: raise ValueError('a')
    except ValueError as e:
        try: raise KeyError('k') from None
        except KeyError: raise TypeError('t') from e
show(o)
def o():
    raise ExceptionGroup('many', [ValueError(i) for i in range(20)])
show(o)
def o():
    e=ValueError('in')
    for i in range(13): e=ExceptionGroup(f'level {i}', [e])
    raise e
show(o)
def mk(n):
    try: raise KeyError(n)
    except KeyError as e: return e
def o():
    try: 1/0
    except ZeroDivisionError:
        raise ExceptionGroup('g', [mk(1), ExceptionGroup('h',[mk(2), TypeError()]), mk(3)]) from mk('cause')
show(o)
sys.tracebacklimit=1
def r(n):
    if n: r(n-1)
    else: 1/0
show(r,4)
sys.tracebacklimit=0
show(r,4)
del sys.tracebacklimit
def mutual_a(n): return mutual_b(n-1) if n else 1/0
def mutual_b(n): return mutual_a(n-1) if n else 1/0
show(mutual_a, 6)
show(r, 3); show(r,4); show(r,5)
show(lambda: exec('1/0\n'))
show(lambda: exec(compile('x=1\n1/0\n','somefile.py','exec')))
show(lambda: exec('def f(:\n  pass'))
show(lambda: eval('1+'))
show(lambda: compile('if 1:\nx','f','exec'))
show(lambda: compile('\tx = (1\n\ty = 2','f','exec'))
def o(): raise SyntaxError('msg')
show(o)
def o(): raise SyntaxError('msg', ('f.py', 3, 2, 'abc def'))
show(o)
def o(): raise SyntaxError('msg', ('f.py', 3, 20, 'abc def\n'))
show(o)
def o(): raise SyntaxError('msg', ('f.py', 3, 1, '   abc def\n', 3, 4))
show(o)
def o(): raise SyntaxError('msg', ('f.py', 3, 5, '   abc def\n', 3, 8))
show(o)
def o(): raise SyntaxError('msg', ('f.py', 3, 5, '   abc def\n', 4, 8))
show(o)
def o(): raise SyntaxError('msg', ('f.py', 3, 0, 'abc', 3, 0))
show(o)
def o(): raise SyntaxError('msg', ('f.py', None, 0, 'abc', 3, 0))
show(o)
def o(): raise SyntaxError('msg', (None, 3, None, 'abc', 3, 0))
show(o)
def o(): raise SyntaxError(None, (None, 3, None, None, 3, 0))
show(o)
def o(): raise IndentationError('ind', ('f.py', 3, 3, '\t\tabc', 3, 5))
show(o)
def o(): int('x', base=[
    1,
    2
  ])
show(o)
async def co(): 1/0
show(lambda: co().send(None))
def o():
    x = lambda: (
        undefined_name)
    x()
show(o)
def o():
    "doc"; lenght = 3; return lenth
show(o)
def o(): return lenn([])
show(o)
def o(): return time.time()
show(o)
def o(): return maths.pi, os
show(o)
def o(): os.path
show(o)
def o(): 'abc'.uper()
show(o)
def o(): [].apend
show(o)
def o(): None.foo
show(o)
def o(): (1).reel
show(o)
def o(): {}.ittems()
show(o)
def o(): o.__nam__
show(o)
def o(): object().__clas__
show(o)
def o(): str.joinn
show(o)
