print(int("42"), int(" -7 "), int("1_000"), int("ff", 16), int("0x1f", 16), int("0b101", 0), int("z", 36), int(3.99), int(-3.99), int(True), int("٣"))
for bad in ("", "abc", "1.5", "0x1f", "1__0", "12a", None, [], "9" * 5000):
    try:
        int(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error)[:120])
for args in (("5", 1), ("5", 37), ("9", 8), (5, 10)):
    try:
        int(*args)
    except (ValueError, TypeError) as error:
        print(error)
for bad in (float("nan"), float("inf")):
    try:
        int(bad)
    except (ValueError, OverflowError) as error:
        print(error)
print(str(10 ** 40), repr(-5), hex(255), hex(-255), oct(8), bin(10), bin(-10), format(255, "08b"), format(10 ** 20, ","))
print(len(str(2 ** 10000)), (2 ** 200) % 10 ** 12)
class I:
    def __int__(self): return 7
class J:
    def __index__(self): return 8
class K:
    def __trunc__(self): return 9
print(int(I()), int(J()))
print(int.__name__, int(), type(1), isinstance(True, int), int.__bases__, True.real, (7).numerator)
