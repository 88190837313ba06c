class S(set):
    __slots__=('x','y')
    pass
class F(frozenset):
    __slots__=('x','__dict__')
s=S([1]); s.x=5; print(s.__reduce__(), s.__reduce_ex__(4))
f=F([1]); f.x=5; f.z=3; print(f.__reduce__(), set([1]).__reduce__())
import copy; print(copy.copy(s).x, copy.deepcopy(f).z)
