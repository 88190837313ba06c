print(2 ** 100, -(2 ** 64), 2 ** 64 // 3, 2 ** 64 % 1000, -2 ** 65 // 7, -(2 ** 65) % 7)
print(10 ** 30 // 10 ** 28, 10 ** 50 - 10 ** 49, (10 ** 20) * (10 ** 20))
print(123456789 ** 5, 99 ** 20 & 0xFFFFFFFF, 1 << 100, (1 << 100) >> 98, -1 << 70, -(1 << 70) >> 69)
print((2 ** 70) | 1, (2 ** 70) ^ (2 ** 70 - 1), ~(2 ** 70), -5 & 2 ** 65, -(2 ** 65) | 3)
print(2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), 10 ** 400 > 1e308)
print(divmod(-(10 ** 20), 7), divmod(10 ** 20, -7), abs(-(10 ** 20)))
print((10 ** 18) / 7, 2 ** 1000 / 2 ** 999, 1 / 3)
for action in ("10 ** 400 / 1", "float(10 ** 400)", "1 // 0", "1 % 0", "1 / 0", "0 ** -1", "1 << -1", "divmod(1, 0)", "pow(2, -1, 4)", "pow(2, 3, 0)"):
    try:
        print(eval(action))
    except Exception as error:
        print(type(error).__name__, error)
print(pow(3, 1000, 10 ** 9 + 7), pow(-2, 3), pow(2, 0.5), (-8) ** (1 / 3))
print(sum(range(10 ** 6)), 7 .bit_length(), (2 ** 100).bit_count(), (-3).bit_count())
print((255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (5).conjugate(), (3).as_integer_ratio(), (4).is_integer())
