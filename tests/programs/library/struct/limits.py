# What struct, time.asctime() and math.comb() say at their limits.
import math
import struct
import time


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except (TypeError, ValueError, OverflowError, struct.error) as e:
        print(type(e).__name__, e)


attempt(struct.pack, '300p', b'x' * 400)
attempt(struct.calcsize, '2\0i')
attempt(struct.pack_into, '<I', bytearray(10), -2, 123)
attempt(struct.unpack_from, '<I', bytearray(10), -2)
attempt(struct.unpack_from, '<B', bytearray(10), -11)
attempt(struct.pack, x=2)
attempt(struct.pack_into, x=2)
attempt(struct.Struct('').pack, x=2)
moment = [2000, 1, 1, 0, 0, 0, 0, 1, 0]
for i, value in [(1, 0), (1, 13), (2, 0), (2, 32), (3, 24), (4, 60), (5, 62), (6, -2), (6, 8), (7, 0), (7, 367),
                 (0, 2 ** 31), (0, -2 ** 31), (0, 1 - 10 ** 4)]:
    changed = list(moment)
    changed[i] = value
    attempt(time.asctime, tuple(changed))
attempt(time.strftime, '%Y-%m-%d %j', (2000, 0, 0, 0, 0, 0, 0, 0, 0))
attempt(math.comb, 2 ** 1000, 2 ** 999)
attempt(math.perm, 2 ** 1000, 2 ** 70)
attempt(math.comb, 2 ** 100, 2 ** 100 - 1)
