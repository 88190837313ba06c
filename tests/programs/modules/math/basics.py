import math
print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.isqrt(17), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.factorial(20), math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]))
print(math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.pow(2, 0.5), math.hypot(3, 4), math.fabs(-2), math.fmod(-7, 3), math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.modf(3.25), math.frexp(8), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.degrees(math.pi), math.radians(180), math.dist([0, 0], [3, 4]))
print(round(math.sin(1), 10), round(math.cos(1), 10), round(math.tan(1), 10), round(math.atan2(1, 2), 10), math.cbrt(8), math.ulp(1.0), math.nextafter(1, 2), math.remainder(7, 3))
for bad in ("math.sqrt(-1)", "math.log(0)", "math.factorial(2.5)", "math.factorial(-1)", "math.gcd(1.5)", "math.sqrt('a')", "math.exp(1000)", "math.acos(2)", "math.floor(math.nan)", "math.isqrt(-1)", "math.comb(-1, 2)", "math.sqrt()", "math.floor('a')"):
    try: print(eval(bad))
    except Exception as error: print(type(error).__name__, error)
