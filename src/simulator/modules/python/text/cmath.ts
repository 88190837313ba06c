/** `cmath`: functions of complex numbers; the formulas of `Modules/cmathmodule.c`, after W. Kahan. */
export const cmathSource = String.raw`
import math
from math import pi, e, tau, inf, nan, atan2, copysign, hypot

infj = complex(0.0, inf)
nanj = complex(0.0, nan)
_LARGE = 2.0 ** 1022
_SMALLEST = 2.0 ** -1022
_LOG_LARGE = math.log(_LARGE)
_LN2 = math.log(2.0)


def _number(z):
    if type(z) is complex:
        return z
    method = getattr(type(z), '__complex__', None)
    if method is not None:
        return complex(z)
    if isinstance(z, (str, bytes)):
        raise TypeError(f'must be real number, not {type(z).__name__}')
    return complex(math.fsum((z,)) if isinstance(z, float) else _real(z))


def _real(z):
    try:
        return float(z)
    except TypeError:
        raise TypeError(f'must be real number, not {type(z).__name__}') from None


def _times_minus_i(z):
    return complex(z.imag, -z.real)


def _times_i(z):
    return complex(-z.imag, z.real)


def _checked(z, *given):
    """The result of finite arguments may not be infinite."""
    if isinf(z) and all(map(isfinite, given)):
        raise OverflowError('math range error')
    return z


def isfinite(z, /):
    z = _number(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _number(a), _number(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def phase(z, /):
    z = _number(z)
    return atan2(z.imag, z.real)


def polar(z, /):
    z = _number(z)
    return abs(z), atan2(z.imag, z.real)


def rect(r, phi, /):
    r, phi = _real(r), _real(phi)
    if not math.isfinite(phi) and r and not math.isnan(r) and not math.isnan(phi):
        raise ValueError('math domain error')
    if r == 0.0 and not math.isnan(phi):
        return complex(0.0, 0.0) if math.isinf(phi) else complex(r * math.cos(phi), r * math.sin(phi))
    if math.isnan(phi):
        return complex(r, nan) if r == 0.0 else complex(abs(r) if math.isinf(r) else nan, nan)
    if phi == 0.0:
        return complex(r, r * phi if math.isfinite(r) else copysign(0.0, phi) * copysign(1.0, r))
    return complex(r * math.cos(phi), r * math.sin(phi))


def _log_of_abs(ax, ay):
    """Logarithm of the distance from zero, where that is too large to be computed."""
    return math.log(hypot(ax / 2.0, ay / 2.0)) + _LN2


def log(z, base=None, /):
    z = _number(z)
    result = _log(z)
    if base is not None:
        divisor = _log(_number(base))
        if divisor == 0:
            raise ValueError('math domain error')
        return result / divisor
    return result


def _log(z):
    ax, ay = abs(z.real), abs(z.imag)
    angle = atan2(z.imag, z.real)
    if not isfinite(z):
        return complex(inf if isinf(z) else nan, angle)
    if ax > _LARGE / 4.0 or ay > _LARGE / 4.0:
        return complex(_log_of_abs(ax, ay), angle)
    if ax < _SMALLEST and ay < _SMALLEST:
        if ax == ay == 0.0:
            raise ValueError('math domain error')
        return complex(math.log(hypot(math.ldexp(ax, 53), math.ldexp(ay, 53))) - 53 * _LN2, angle)
    size = hypot(ax, ay)
    if 0.71 <= size <= 1.73:
        most, least = max(ax, ay), min(ax, ay)
        return complex(math.log1p((most - 1) * (most + 1) + least * least) / 2.0, angle)
    return complex(math.log(size), angle)


def log10(z, /):
    result = _log(_number(z))
    return complex(result.real / math.log(10.0), result.imag / math.log(10.0))


def exp(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if math.isfinite(x) or math.isnan(x) and y != 0.0:
            if math.isinf(y):
                raise ValueError('math domain error')
            return nanj + nan
        if math.isinf(x) and x < 0:
            return complex(0.0, 0.0) if not math.isfinite(y) else complex(0.0 * math.cos(y), 0.0 * math.sin(y))
        if math.isnan(x):
            return complex(x, y)
        if y == 0.0:
            return complex(inf, y)
        if math.isinf(y):
            raise ValueError('math domain error')
        return complex(inf, nan) if math.isnan(y) else complex(copysign(inf, math.cos(y)), copysign(inf, math.sin(y)))
    if x > _LOG_LARGE:
        try:
            size = math.exp(x - 1.0)
        except OverflowError:
            raise OverflowError('math range error') from None
        return _checked(complex(size * math.cos(y) * e, size * math.sin(y) * e), z)
    size = math.exp(x)
    return _checked(complex(size * math.cos(y), size * math.sin(y)), z)


def sqrt(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if math.isinf(y):
        return complex(inf, y)
    if math.isinf(x):
        if x > 0:
            return complex(x, y if math.isnan(y) else copysign(0.0, y))
        return complex(y if math.isnan(y) else 0.0, copysign(inf, y))
    if isnan(z):
        return complex(nan, nan)
    if x == y == 0.0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < _SMALLEST and ay < _SMALLEST:
        ax = math.ldexp(ax, 53)
        s = math.ldexp(math.sqrt(ax + hypot(ax, math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * math.sqrt(ax + hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return complex(s, copysign(d, y)) if x >= 0.0 else complex(d, copysign(s, y))


def sinh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        return _special_hyperbolic(x, y, True)
    if abs(x) > _LOG_LARGE:
        near = x - copysign(1.0, x)
        return _overflowing(lambda: complex(math.cos(y) * math.sinh(near) * e, math.sin(y) * math.cosh(near) * e), z)
    return complex(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x))


def cosh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        return _special_hyperbolic(x, y, False)
    if abs(x) > _LOG_LARGE:
        near = x - copysign(1.0, x)
        return _overflowing(lambda: complex(math.cos(y) * math.cosh(near) * e, math.sin(y) * math.sinh(near) * e), z)
    return complex(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x))


def _overflowing(compute, z):
    try:
        return _checked(compute(), z)
    except OverflowError:
        raise OverflowError('math range error') from None


def _special_hyperbolic(x, y, is_odd):
    if math.isinf(y) and not math.isnan(x):
        raise ValueError('math domain error')
    if math.isinf(x) and math.isfinite(y):
        if y == 0.0:
            return complex(x, y) if is_odd else complex(inf, y * copysign(1.0, x))
        a, b = copysign(inf, math.cos(y)), copysign(inf, math.sin(y))
        return complex(copysign(1.0, x) * a, b) if is_odd else complex(a, copysign(1.0, x) * b)
    if math.isnan(x) and y == 0.0:
        return complex(nan, y)
    if x == 0.0 and math.isnan(y):
        return complex(x, nan) if is_odd else complex(nan, 0.0)
    return complex(inf if math.isinf(x) else nan, nan)


def tanh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if math.isinf(x):
            sign = copysign(1.0, 2.0 * math.sin(y) * math.cos(y)) if math.isfinite(y) else 1.0
            return complex(copysign(1.0, x), 0.0 * sign)
        if math.isinf(y):
            raise ValueError('math domain error')
        return complex(x if x == 0.0 else nan, y if y == 0.0 else nan)
    if abs(x) > _LOG_LARGE:
        return complex(copysign(1.0, x), 4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x)))
    tx, ty, cx = math.tanh(x), math.tan(y), 1.0 / math.cosh(x)
    product = tx * ty
    denominator = 1.0 + product * product
    return complex(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx)


def sin(z, /):
    return _times_minus_i(sinh(_times_i(_number(z))))


def cos(z, /):
    return cosh(_times_i(_number(z)))


def tan(z, /):
    return _times_minus_i(tanh(_times_i(_number(z))))


def _is_large(z):
    return abs(z.real) > _LARGE / 4.0 or abs(z.imag) > _LARGE / 4.0


def _far(z):
    """Logarithm of twice the distance from zero of a large number."""
    if isinf(z):
        return inf
    return math.log(hypot(z.real / 2.0, z.imag / 2.0)) + _LN2 * 2.0


def acos(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if isnan(z):
        if isinf(z):
            return complex(nan, copysign(inf, -y if math.isinf(y) else 1.0))
        return complex(pi / 2 if x == 0.0 else nan, nan)
    if _is_large(z):
        far = _far(z)
        return complex(atan2(abs(y), x), -copysign(far, y) if x < 0.0 else copysign(far, -y))
    s1, s2 = sqrt(complex(1.0 - x, -y)), sqrt(complex(1.0 + x, y))
    return complex(2.0 * atan2(s1.real, s2.real), math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if isnan(z):
        return complex(inf if isinf(z) else nan, nan)
    if _is_large(z):
        return complex(_far(z), atan2(y, x))
    s1, s2 = sqrt(complex(x - 1.0, y)), sqrt(complex(x + 1.0, y))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * atan2(s1.imag, s2.real))


def asinh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if isnan(z):
        if isinf(z):
            return complex(copysign(inf, x) if math.isinf(x) else inf, nan)
        return complex(nan, y if y == 0.0 else nan)
    if _is_large(z):
        far = _far(z)
        return complex(copysign(far, x) if y >= 0.0 else -copysign(far, -x), atan2(y, abs(x)))
    s1, s2 = sqrt(complex(1.0 + y, -x)), sqrt(complex(1.0 - y, x))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag), atan2(y, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    return _times_minus_i(asinh(_times_i(_number(z))))


def atanh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if x < 0.0 or x == 0.0 and copysign(1.0, x) < 0.0:
        return -atanh(-z)
    if isnan(z):
        if math.isinf(y):
            return complex(0.0, copysign(pi / 2, y))
        if math.isinf(x):
            return complex(0.0, nan)
        return complex(x if x == 0.0 else nan, nan)
    ay = abs(y)
    if isinf(z) or x > math.sqrt(_LARGE / 4.0) or ay > math.sqrt(_LARGE / 4.0):
        if isinf(z):
            return complex(0.0, copysign(pi / 2, y))
        size = hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / size / size, -copysign(pi / 2.0, -y))
    if x == 1.0 and ay < math.sqrt(_SMALLEST):
        if ay == 0.0:
            raise ValueError('math domain error')
        return complex(-math.log(math.sqrt(ay) / math.sqrt(hypot(ay, 2.0))), copysign(atan2(2.0, -ay) / 2, y))
    return complex(math.log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
                   -atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0)


def atan(z, /):
    return _times_minus_i(atanh(_times_i(_number(z))))
`
