import sys
class N:
    def __init__(self,n): self.n=n
    def __del__(self): print('del',self.n)
    def __repr__(self): return f'N({self.n})'
rc=sys.getrefcount
a=N('a')
print(rc(a))
try: a.foo
except AttributeError as e:
    print(rc(a), rc(e), e.obj is a, e.name)
print(rc(a))
try: getattr(a,'foo',None)
finally: print(rc(a))
print(hasattr(a,'bar'), rc(a))
def f():
    x=N('local')
    raise ValueError(N('arg'))
try: f()
except ValueError as e:
    print('caught', rc(e), len(e.args), rc(e.args[0]), rc(e.args))
print('after')
try: f()
except ValueError as e: kept=e
print('kept')
kept.__traceback__=None
print('no tb')
del kept
e=ValueError(N('args')); e.attr=N('dict'); e.__cause__=KeyError(N('cause')); e.__context__=TypeError(N('ctx')); e.add_note('n')
del e
print('--')
e=StopIteration(N('v')); del e
e=SystemExit(N('c')); del e
e=AttributeError(N('arg'), name=N('name'), obj=N('obj')); del e
e=ImportError(N('arg'), name=N('name'), path=N('path')); del e
e=OSError(N('no'), N('str'), N('fn'), None, N('fn2')); del e
e=SyntaxError(N('msg'),(N('file'),N('l'),N('o'),N('t'),N('el'),N('eo'))); del e
e=ExceptionGroup('m',[ValueError(N(1)),ValueError(N(2))]); del e
print('--')
def g():
    try: yield N('y')
    finally: print('g fin')
for x in g():
    try: raise KeyError(x)
    except KeyError as e: pass
    break
del x
print('loop')
def h():
    try:
        raise ValueError(N('h'))
    except ValueError:
        print('in handler', sys.exception().args)
        try: raise KeyError(N('inner'))
        except KeyError as k: print(k.__context__.args[0])
        print('end handler')
    print('end h')
h()
def rec(n):
    l=N(n)
    if n==0: raise ValueError
    rec(n-1)
try: rec(3)
except ValueError: print('c')
print('d')
class CM:
    def __enter__(self): return N('cm')
    def __exit__(self,t,v,tb): print('exit',t and t.__name__, rc(v)); return True
with CM() as c: raise ValueError(N('w'))
print('with done'); del c
try:
    try: raise ValueError(N('v1'))
    except ValueError as e: raise KeyError(N('k1')) from e
except KeyError as e:
    print(e.__cause__, e.__context__ is e.__cause__, rc(e.__cause__))
print('x')
def fin():
    try: return N('ret')
    finally:
        try: 1/0
        except ZeroDivisionError: pass
fin()
try: raise ExceptionGroup('eg',[ValueError(N('g1')),TypeError(N('g2'))])
except* ValueError as e: print('v', e.exceptions, rc(e))
except* TypeError as e: print('t', e.exceptions)
print('eg done')
class MyE(Exception):
    def __del__(self): print('exc del', self.args)
def q():
    raise MyE(1)
try: q()
except MyE: print('handler')
print('gone')
try:
    try: raise MyE(2)
    finally: print('finally')
except MyE as e: pass
print('gone 2')
def cyc():
    try: raise MyE('cyc')
    except MyE as e: err=e
cyc()
print('cycle left')
