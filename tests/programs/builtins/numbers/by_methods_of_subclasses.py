import warnings; warnings.simplefilter('always')
class F2(float):
    def __float__(self): return 42.
class F3(float):
    def __float__(self): return self
class S(str):
    def __float__(self): return 9.
class O:
    def __float__(self): return F2(3)
class I(int):
    pass
class J:
    def __int__(self): return I(3)
class K:
    def __index__(self): return I(3)
class L:
    def __trunc__(self): return 4
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: float(F2(1))); t(lambda: float(F3(2))); t(lambda: float(S('8'))); t(lambda: float(O()))
t(lambda: int(J())); t(lambda: int(K())); t(lambda: int(L())); t(lambda: [1,2,3,4,5][K()])
t(lambda: type(int(J())))
t(lambda: abs(complex(1e308,1e308))); t(lambda: (1e200+1j)**(1e200+1j)); t(lambda: complex(1e200)**3)
t(lambda: round(123.456, 2**80)); t(lambda: round(123.456, -2**80)); t(lambda: round(1e308,-308))
t(lambda: int('10', K())); t(lambda: int('10', 2**100)); t(lambda: int('10', -2**100))
import math
t(lambda: math.sqrt(O()))
