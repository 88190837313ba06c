class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as error:
    print(error)
try:
    class D(int, str): pass
except TypeError as error:
    print(error)
try:
    class E(bool): pass
except TypeError as error:
    print(error)
try:
    class F(A, A): pass
except TypeError as error:
    print(error)
try:
    class G(5): pass
except TypeError as error:
    print(error)
class X: pass
class Y: pass
class P(X, Y): pass
class Q(Y, X): pass
try:
    class R(P, Q): pass
except TypeError as error:
    print(error)
class O: pass
class L(O): pass
class M(O): pass
class N(L, M): pass
print([c.__name__ for c in N.mro()])
print(type(None), type(type), type(object), object.__bases__)
try:
    type(None)(1)
except TypeError as error:
    print(error)
N.__bases__ = (M, L)
print([c.__name__ for c in N.__mro__])
