for x in (0.1, 1.0, 100.0, 1e15, 1e16, 1e17, 123456789.123456789, 1e-4, 1e-5, 0.1 + 0.2, 1 / 3, 2 / 3, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23, 3.0e-10):
    print(repr(x), str(x), f"{x:.3f}" if abs(x) < 1e20 else "big", f"{x:g}", f"{x:e}")
print(round(0.5), round(1.5), round(2.675, 2), round(1.005, 2), round(-0.5), round(1e20), round(1234.5678, -2), round(5.0, 1))
print(float("1e5"), float(" inf "), float("-Infinity"), float("nan"), float("1_0.5"), float(), float("٣"))
for bad in ("", "abc", "1.2.3", None, [], "1e"):
    try:
        float(bad)
    except (ValueError, TypeError) as error:
        print(error)
print((0.5).as_integer_ratio(), (2.0).is_integer(), (255.5).hex(), float.fromhex("0x1.8p1"), 1.5 .conjugate())
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), 2.0 ** 0.5, 2.0 ** -2)
for action in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "2.0 ** 5000", "0.0 ** -1", "round(float('nan'))", "round(float('inf'))"):
    try:
        print(eval(action))
    except Exception as error:
        print(type(error).__name__, error)
inf = float("inf")
print(inf - inf, inf * 0, inf > 10 ** 400, -inf < 0, inf == inf, hash(inf), hash(1.0) == hash(1), hash(0.5))
print(1e308 * 10, 5e-324 / 2, 0.1 * 3, 1.1 + 2.2, 1e16 + 1, 4.35 * 100, 3.0 == 3, 3.5 > 3)
