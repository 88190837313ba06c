import warnings

warnings.simplefilter("ignore")


class T:
    def __trunc__(self): return 'x'
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: int(T()))
t(lambda: int(memoryview(b'100'), 2)); t(lambda: int(memoryview(b'100'))); t(lambda: int(bytearray(b'100'), 2))
class C(complex):
    def __complex__(self): return 42j
t(lambda: complex(C(1j))); t(lambda: complex(1, C(1j))); t(lambda: complex(C(1j), 2))
