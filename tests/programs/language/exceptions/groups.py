def t(f):
    try: print('->',f())
    except BaseException as e: print(type(e).__name__, e)
try:
    raise ValueError(1)
except* ValueError as e:
    print(repr(e), e.__traceback__, e.__context__, e.__suppress_context__, e.exceptions[0].__traceback__ is None)
g=None
try:
    raise ExceptionGroup('a',[ValueError(1),TypeError(2)])
except* ValueError as e:
    print(e.__suppress_context__, e.__cause__, e.__traceback__ is None); g=e
except* TypeError as e:
    print(e.__suppress_context__)
E=ExceptionGroup
e=E('m',[ValueError(1),E('n',[TypeError(2)])]); e.add_note('q'); e.__context__=KeyError()
a,b=e.split(ValueError)
print(a.__suppress_context__, a.__notes__ is e.__notes__, a.__notes__, a.__context__ , b.exceptions[0].__suppress_context__)
class D(E):
    def derive(self, x): return 1
t(lambda: D('x',[ValueError(),TypeError()]).split(ValueError))
class D(E):
    def derive(self, x): return D('new', x)
t(lambda: D('x',[ValueError(),TypeError()]).split(ValueError))
class X(Exception):
    def __init__(self, msg, excs): pass
class B(BaseExceptionGroup): pass
t(lambda: B('x',[KeyboardInterrupt()]))
class B(ExceptionGroup): pass
t(lambda: B('x',[KeyboardInterrupt()]))
t(lambda: ExceptionGroup('x',{1:2}))
t(lambda: ExceptionGroup('x',{1}))
t(lambda: ExceptionGroup('x','ab'))
def f():
    try: raise E('g',[ValueError(1),TypeError(2),KeyError(3)])
    except* ValueError: raise
    except* TypeError: raise RuntimeError('r')
try: f()
except BaseException as e:
    import traceback; traceback.print_exc()
    print(repr(e), e.__context__)
def f():
    try: raise E('g',[ValueError(1),TypeError(2),KeyError(3)])
    except* ValueError: raise
    except* TypeError: pass
try: f()
except BaseException as e: print(repr(e), e.__context__)
def f():
    try: raise ValueError(1)
    except* ValueError as e: raise
try: f()
except BaseException as e: print(repr(e), e.__context__)
t(lambda: (e0:=E('x',[ValueError()])).message)
e0=E('x',[ValueError()])
t(lambda: setattr(e0,'message',1)); t(lambda: setattr(e0,'exceptions',1)); t(lambda: e0.args)
l=[ValueError(1)]; e0=E('x',l); l.append(3); print(repr(e0), e0.args)
