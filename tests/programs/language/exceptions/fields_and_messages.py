def t(f):
    try: print('->',f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: ValueError(x=1))
t(lambda: AttributeError(x=1))
t(lambda: AttributeError(1,2,name=3,obj=4,))
t(lambda: ImportError(y=1))
t(lambda: NameError(y=1))
t(lambda: OSError(1,2,x=1))
t(lambda: SyntaxError(1,2,x=1))
t(lambda: SyntaxError(1,(1,2)))
t(lambda: SyntaxError(1,(1,2,3,4,5)))
t(lambda: SyntaxError(1,(1,2,3,4,5,6,7)))
t(lambda: SyntaxError(1,2))
t(lambda: SyntaxError('m',('/a/b/f.py',2,3,'t')))
t(lambda: SyntaxError('m',('/a/b/f.py','x',3,'t')))
t(lambda: SyntaxError('m',(None,2,3,'t')))
t(lambda: repr(SyntaxError('m',(None,2,3,'t'))))
t(lambda: UnicodeDecodeError(1))
t(lambda: UnicodeDecodeError('a','b',1,2,'r'))
t(lambda: UnicodeDecodeError('a',b'b',1,2,'r'))
t(lambda: UnicodeDecodeError('a',b'b',0,1,'r'))
t(lambda: UnicodeDecodeError('a',bytearray(b'bcd'),0,2,'r').object)
t(lambda: UnicodeEncodeError('a','b\xe9\u1234\U00012345',1,2,'r'))
t(lambda: UnicodeEncodeError('a','b\xe9\u1234\U00012345',2,3,'r'))
t(lambda: UnicodeEncodeError('a','b\xe9\u1234\U00012345',3,4,'r'))
t(lambda: UnicodeEncodeError('a','b\xe9\u1234\U00012345',2,4,'r'))
t(lambda: UnicodeTranslateError('b\xe9\u1234\U00012345',2,4,'r'))
t(lambda: UnicodeTranslateError('b\xe9\u1234\U00012345',1,2,'r'))
t(lambda: UnicodeTranslateError('b\xe9\u1234\U00012345','2',4,'r'))
t(lambda: str(OSError(2,'m','f')))
t(lambda: repr(OSError(2,'m','f')))
t(lambda: repr(OSError(2,'m','f',None,'g')))
t(lambda: str(OSError(2,'m','f',None,'g')))
t(lambda: str(OSError(2,'m','f',None,'g','h')))
t(lambda: str(OSError(99)))
t(lambda: repr(BlockingIOError(11,'m',5).characters_written))
t(lambda: repr(BlockingIOError(11,'m','f').characters_written))
t(lambda: ExceptionGroup())
t(lambda: ExceptionGroup('a'))
t(lambda: ExceptionGroup(1,[1]))
t(lambda: ExceptionGroup('a',1))
t(lambda: ExceptionGroup('a',[]))
t(lambda: ExceptionGroup('a',[1]))
t(lambda: ExceptionGroup('a',[KeyboardInterrupt()]))
t(lambda: repr(BaseExceptionGroup('a',[ValueError(1)])))
t(lambda: str(BaseExceptionGroup('a',[ValueError(1), ValueError()])))
class G(ExceptionGroup,ValueError): pass
t(lambda: repr(G('a',[ValueError(1)])))
t(lambda: G.__mro__)
t(lambda: ExceptionGroup.__mro__)
t(lambda: ExceptionGroup.__bases__)
t(lambda: repr(ExceptionGroup('a',(ValueError(1),)).exceptions))
g=ExceptionGroup('a',[ValueError(1),TypeError(2),ExceptionGroup('b',[ValueError(3)])])
t(lambda: g.split(ValueError))
t(lambda: g.split(1))
t(lambda: g.split((1,)))
t(lambda: g.split((ValueError,KeyError)))
t(lambda: g.split(lambda e: True))
t(lambda: g.subgroup(KeyError))
t(lambda: g.subgroup(TypeError))
t(lambda: g.derive(1))
t(lambda: g.derive([KeyError()]))
t(lambda: ExceptionGroup('a',[ValueError()],x=1))
t(lambda: BaseExceptionGroup[int])
t(lambda: ExceptionGroup('a',[ValueError()]).__notes__)
def s(a,v):
    def f():
        e=ValueError(1)
        if v is del_: delattr(e,a)
        else: setattr(e,a,v)
        return getattr(e,a)
    return f
del_=object()
for a in ('args','__traceback__','__context__','__cause__','__suppress_context__','__dict__'):
    t(s(a,1)); t(s(a,del_)); t(s(a,None))
t(lambda: ValueError(1).add_note(1))
t(lambda: ValueError(1).with_traceback(1))
t(lambda: ValueError(1).__setstate__(1))
t(lambda: ValueError(1).__reduce__())
t(lambda: ImportError('a',name='b',path='c').__reduce__())
t(lambda: ImportError('a',name='b',path='c',name_from='d').__reduce__())
t(lambda: AttributeError('a',name='b',obj='c').__reduce__())
t(lambda: AttributeError('a',name='b',obj='c').__getstate__())
t(lambda: NameError('a',name='b').__reduce__())
t(lambda: OSError(2,'b','c').__reduce__())
t(lambda: OSError(2,'b','c',0,'d').__reduce__())
def r():
    raise 1
t(r)
def r():
    raise ValueError from 1
t(r)
class A(Exception):
    def __new__(c): return 1
def r():
    raise A
t(r)
def r():
    raise ValueError from A
t(r)
def r():
    try: 1/0
    except* 1: pass
t(r)
def r():
    try: 1/0
    except 1: pass
t(r)
def r():
    try: 1/0
    except* ExceptionGroup: pass
t(r)
def r(): raise
t(r)
t(lambda: repr(SystemExit().code)); t(lambda: repr(SystemExit(1,2).code))
t(lambda: repr(StopIteration(1,2).value))
e=StopIteration(5)
t(lambda: delattr(e,'value')); t(lambda: e.value)
e=UnicodeDecodeError('a',b'bcd',0,2,'r')
t(lambda: delattr(e,'start'));t(lambda: setattr(e,'start','x')); t(lambda: delattr(e,'encoding')); t(lambda: str(e)); t(lambda: e.encoding);t(lambda: delattr(e,'object'));t(lambda:str(e))
t(lambda: e.__init__()) ; t(lambda:UnicodeDecodeError.__new__(UnicodeDecodeError).start); t(lambda:str(UnicodeDecodeError.__new__(UnicodeDecodeError)))
t(lambda: OSError().characters_written)
e=BlockingIOError()
t(lambda: delattr(e,'characters_written'));t(lambda: setattr(e,'characters_written','a'));t(lambda: setattr(e,'characters_written',3));t(lambda:e.characters_written)
t(lambda: (ImportError(1).msg, ImportError('x','y').msg, str(ImportError(1)), repr(ImportError('a',name='n')), str(ModuleNotFoundError('q'))))
t(lambda: (str(KeyError()),str(KeyError('a')),str(KeyError(1,2))))
import builtins
names=sorted(n for n,c in vars(builtins).items() if isinstance(c,type) and issubclass(c,BaseException))
for n in names:
    c=getattr(builtins,n)
    print(n,c.__base__.__name__,c.__basicsize__,c.__mro__[1].__name__, sorted(k for k in vars(c) if k not in('__module__','__weakref__')))
class M(Exception):
    def __init__(self, *, code): self.code=code
t(lambda: M(code=3)); t(lambda: M(code=3).args); t(lambda: M(3))
class O(OSError):
    def __init__(self, *a, **k): super().__init__(*a); self.k=k
t(lambda: (O(2,'x','f',z=1).args, O(2,'x','f').filename, O(2,'x').k, type(O(2,'x'))))
class N(OSError):
    def __new__(c,*a): return super().__new__(c,*a)
t(lambda: (N(2,'x','f').args, str(N(2,'x','f'))))
class KA(KeyError, AttributeError): pass
t(lambda: KA('x'))
class S(ValueError): __slots__=('q',)
x=S(1); x.q=2; x.z=3
t(lambda: (x.q,x.z,x.__dict__))
class VT(ValueError,TypeError): pass
t(lambda: VT(1))
try: 
    class W(KeyError,OSError): pass
except TypeError as e: print(e)
try: 
    class W(ImportError,OSError): pass
except TypeError as e: print(e)
import sys
t(lambda: sys.getsizeof(ValueError(1))); t(lambda: sys.getsizeof(OSError(1,2)))
import gc
e=ValueError(1,2); t(lambda: gc.is_tracked(e)); t(lambda: gc.get_referents(e))
e.foo=1; t(lambda: [type(x).__name__ for x in gc.get_referents(e)])
