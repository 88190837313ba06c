print(abs(-3), abs(2.5), abs(True), divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), pow(2, 5), pow(2, 5, 7), pow(2.0, 3), round(3.7), round(-3.5), round(3.14159, 2), round(5), round(1e300) == int(1e300))
print(bin(5), oct(64), hex(255), bin(-3), int("0b11", 0), ord("a"), chr(98), ascii("é"), repr("é"), format(255, "x"), format(3.14159, ".2f"), format("a", ">5"), format(5))
print(int(3.9), float(3), complex(1, 2), bool(""), str(1.0), bytes(2), hash(5), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(0.5), hash(True))
class M:
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return ("divmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __index__(self): return 10
    def __float__(self): return 1.5
    def __complex__(self): return 2j
    def __floor__(self): return "floor"
m = M()
print(abs(m), round(m), round(m, 2), divmod(m, 3), pow(m, 2), pow(m, 2, 5), m ** 4, bin(m), float(m), complex(m), [0] * 11 == [0] * m, chr(65 + m.__index__()))
import math
print(math.floor(m), math.ceil(2.1), math.trunc(-2.7))
print(sum([0.1, 0.2, 0.3]), sum([1e100, 1.0, -1e100]), max(1, 2.5, True), min(-0.0, 0.0), len(str(2 ** 100)))
