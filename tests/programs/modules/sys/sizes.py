import sys, collections, weakref, types
g=sys.getsizeof
class St(str): pass
class By(bytes): pass
class I(int): pass
class Fl(float): pass
class Li(list): pass
class Di(dict): pass
class Tu(tuple): pass
class Se(set): pass
class Sts(str): __slots__=()
class A: pass
class B:
    x=1
    def f(self): pass
print([g(St('x'*n)) for n in (0,1,5,20)], g(St('é')), g(St('中')), g(Sts('abc')), g(By(b'abc')), g(I(5)), g(I(2**40)), g(Fl(1.5)), g(Li()), g(Li([1,2])), g(Di()), g(Di(a=1)), g(Tu()), g(Tu((1,2))), g(Se()), g(Se([1,2])))
O=collections.OrderedDict
print([g(O((i,i) for i in range(n))) for n in range(0,20)])
print([g(collections.defaultdict(int, {i:i for i in range(n)})) for n in (0,1,5,10,50)])
print([g(collections.Counter(range(n))) for n in (0,1,5,10,50)])
print([g(collections.deque(range(n))) for n in (0,1,64,65,128,200)])
print(g(A), g(B), g(type), g(int), g(St), g(Exception), g(collections.OrderedDict))
print(g(memoryview(b'abc')), g(memoryview(bytearray(5))), g(range(5)), g(slice(1,2)), g(weakref.ref(A)), g(weakref.proxy(A())), g(types.SimpleNamespace()), g(types.MappingProxyType({})))
a=A(); print(g(a), g(a.__dict__)); a.x=1; print(g(a.__dict__)); a.y=a.z=a.w=2; print(g(a.__dict__))
b=A(); print(g(b), g(vars(b)))
for i in range(40): setattr(b,f'n{i}',i)
print(g(b), g(vars(b)))
import functools
print(g(functools.partial(len,1)), g(functools.lru_cache(len)), g(iter([])), g(iter({})), g(iter('')), g(enumerate([])), g(zip()), g(map(len,[])), g(reversed([])), g((x for x in [])), g(a.__init__), g(lambda:0), g(property()), g(staticmethod(len)), g(super(A,a)), g(object()), g(weakref.WeakSet()), g(weakref.WeakValueDictionary()), g(weakref.KeyedRef), g(Exception('a')), g(ValueError()), g(OSError(1,'x')), g(StopIteration(1)), g(KeyError('k')), g(sys._getframe()), g(sys), g(A.__dict__), g(B.f), g(b''), g(bytearray()), g(bytearray(b'abc')), g(bytearray(100)))
