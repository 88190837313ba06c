import sys
class D:
    def __init__(s): s.a = 1; s.b = 2
d = D(); v = d.__dict__
print(sys.getsizeof(v), sys.getsizeof(d)); del d; print(sys.getsizeof(v)); v['c'] = 2; print(sys.getsizeof(v))
print(sys.getsizeof(D().__dict__), sys.getsizeof(vars(D())))
d = D(); d.c = d.d = d.e = 1; v = d.__dict__; print(sys.getsizeof(v)); del d; print(sys.getsizeof(v))
d = D(); v = d.__dict__; d.__dict__ = {}; print(sys.getsizeof(v))
class E: pass
print(sys.getsizeof(E().__dict__)); e = E(); v = e.__dict__; print(sys.getsizeof(v)); del e; print(sys.getsizeof(v))
class F:
    def __init__(s, n):
        for i in range(n): setattr(s, f'a{i}', i)
for n in (1, 5, 10, 20, 29, 30, 31, 40): f = F(n); v = f.__dict__; a = sys.getsizeof(v); del f; print(n, a, sys.getsizeof(v))
