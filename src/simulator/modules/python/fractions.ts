/** `fractions`: rational numbers; as `Lib/fractions.py`, without Decimal. */
export const fractionsSource = String.raw`
import math
import numbers
import operator
import sys

__all__ = ['Fraction']

_PyHASH_MODULUS = sys.hash_info.modulus
_PyHASH_INF = sys.hash_info.inf


def _digits(text, at):
    """Where a run of digits, with single underscores between them, ends; 'at' for none."""
    end = at
    while end < len(text) and (text[end].isdecimal() or (
            text[end] == '_' and end > at and text[end - 1] != '_' and text[end + 1:end + 2].isdecimal())):
        end += 1
    return end


def _parse(text):
    """Sign, numerator, denominator, decimals and exponent of a literal as text; None for no literal."""
    text = text.strip()
    sign = ''
    at = 0
    if text[:1] in ('-', '+') and text:
        sign, at = text[0], 1
    if not (text[at:at + 1].isdecimal() or text[at:at + 1] == '.' and text[at + 1:at + 2].isdecimal()):
        return None
    end = _digits(text, at)
    num, rest = text[at:end], text[end:]
    denom = decimal = exp = ''
    if rest.lstrip().startswith('/'):
        rest = rest.lstrip()[1:].lstrip()
        end = _digits(rest, 0)
        denom, rest = rest[:end], rest[end:]
        if not denom:
            return None
    else:
        if rest.startswith('.'):
            end = _digits(rest, 1)
            decimal, rest = rest[1:end], rest[end:]
        if rest[:1] in ('e', 'E') and rest:
            start = 2 if rest[1:2] in ('-', '+') and rest[1:2] else 1
            end = _digits(rest, start)
            if end == start:
                return None
            exp, rest = rest[1:end], rest[end:]
    return None if rest else (sign, num, denom, decimal, exp)


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """n/d as sign and a multiple of a power of ten, ties to even."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return (q < 0 if no_neg_zero else n < 0), abs(q)


def _round_to_figures(n, d, figures):
    if n == 0:
        return False, 0, 1 - figures
    str_n, str_d = str(abs(n)), str(d)
    exponent = len(str_n) - len(str_d) + (str_d <= str_n) - figures
    sign, significand = _round_to_exponent(n, d, exponent)
    if len(str(significand)) == figures + 1:
        # Rounding up gave one more digit.
        significand //= 10
        exponent += 1
    return sign, significand, exponent


class _Spec:
    """A format specification, read from left to right."""

    def __init__(self, text):
        self.fill, self.align = ' ', None
        if text[1:2] in ('<', '>', '=', '^') and text[1:2]:
            self.fill, self.align, text = text[0], text[1], text[2:]
        elif text[:1] in ('<', '>', '=', '^') and text:
            self.align, text = text[0], text[1:]
        self.sign, text = self._take(text, '-+ ')
        self.no_neg_zero, text = self._take(text, 'z')
        self.alt, text = self._take(text, '#')
        self.zeropad = ''
        if text[:1] == '0' and text[1:2].isdigit():
            self.zeropad, text = '0', text[1:]
        width, text = self._number(text)
        self.minimumwidth = int(width or '0')
        self.thousands_sep, text = self._take(text, ',_')
        self.precision = ''
        if text[:1] == '.':
            self.precision, text = self._number(text[1:])
            if not self.precision:
                text = '?'
        self.type, self.rest = self._take(text, 'eEfFgG%')

    @staticmethod
    def _take(text, choices):
        return (text[0], text[1:]) if text and text[0] in choices else ('', text)

    @staticmethod
    def _number(text):
        end = 0
        while end < len(text) and text[end] in '0123456789':
            end += 1
        if end > 1 and text[0] == '0':
            end = 1
        return text[:end], text[end:]

    def pad(self, sign, body):
        padding = self.fill * (self.minimumwidth - len(sign) - len(body))
        align = self.align or '>'
        if align == '>':
            return padding + sign + body
        if align == '<':
            return sign + body + padding
        if align == '^':
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parts = _parse(numerator)
            if parts is None:
                raise ValueError('Invalid literal for Fraction: %r' % numerator)
            sign, num, denom, decimal, exp = parts
            numerator, denominator = int(num or '0'), int(denom or '1')
            if decimal:
                decimal = decimal.replace('_', '')
                numerator = numerator * 10 ** len(decimal) + int(decimal)
                denominator *= 10 ** len(decimal)
            if exp:
                if int(exp) >= 0:
                    numerator *= 10 ** int(exp)
                else:
                    denominator *= 10 ** -int(exp)
            if sign == '-':
                numerator = -numerator
        elif not type(numerator) is int is type(denominator):
            if not isinstance(numerator, numbers.Rational) or not isinstance(denominator, numbers.Rational):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (
                numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            return cls(dec)
        raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        made = super(Fraction, cls).__new__(cls)
        made._numerator = numerator
        made._denominator = denominator
        return made

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, as long as they are small enough.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        # Of the last one and the one beside it, the nearer.
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)

    def _format_general(self, spec):
        n, d = self._numerator, self._denominator
        body = f"{abs(n):{spec.thousands_sep}}"
        if d > 1 or spec.alt:
            body += f"/{d:{spec.thousands_sep}}"
        return spec.pad('-' if n < 0 else '' if spec.sign == '-' else spec.sign, body)

    def _format_float_style(self, spec):
        precision = int(spec.precision or '6')
        kind = spec.type
        n, d = self._numerator, self._denominator
        if kind in 'fF%':
            exponent = -precision - (2 if kind == '%' else 0)
            negative, significand = _round_to_exponent(n, d, exponent, bool(spec.no_neg_zero))
            scientific = False
            point = precision
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            negative, significand, exponent = _round_to_figures(n, d, figures)
            scientific = kind in 'eE' or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        suffix = ''
        if kind == '%':
            suffix = '%'
        elif scientific:
            suffix = f"{'E' if kind in 'EFG' else 'e'}{exponent + point:+03d}"
        digits = f"{significand:0{point + 1}d}"
        leading, fraction = digits[:len(digits) - point], digits[len(digits) - point:]
        if kind in 'gG' and not spec.alt:
            fraction = fraction.rstrip('0')
        trailing = ('.' if fraction or spec.alt else '') + fraction + suffix
        sign = '-' if negative else '' if spec.sign == '-' else spec.sign
        sep = spec.thousands_sep
        if spec.zeropad:
            least = spec.minimumwidth - len(sign) - len(trailing)
            leading = leading.zfill(3 * least // 4 + 1 if sep else least)
        if sep:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + "".join(
                sep + leading[i:i + 3] for i in range(first, len(leading), 3))
        return spec.pad(sign, leading + trailing)

    def __format__(self, format_spec, /):
        spec = _Spec(format_spec)
        if not spec.rest:
            if not spec.type and not (spec.no_neg_zero or spec.zeropad or spec.precision):
                return self._format_general(spec)
            if spec.type and (spec.align is None or not spec.zeropad):
                return self._format_float_style(spec)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    def _operator_fallbacks(monomorphic_operator, fallback_operator, handle_complex=True):
        """An operation of fractions, and of other numbers with them: ints exactly, the rest as floats."""
        def forward(a, b):
            if isinstance(b, Fraction):
                return monomorphic_operator(a, b)
            if isinstance(b, int):
                return monomorphic_operator(a, Fraction(b))
            if isinstance(b, float):
                return fallback_operator(float(a), b)
            if handle_complex and isinstance(b, complex):
                return fallback_operator(complex(a), b)
            return NotImplemented
        forward.__name__ = '__' + fallback_operator.__name__ + '__'

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return monomorphic_operator(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback_operator(float(a), float(b))
            if handle_complex and isinstance(a, numbers.Complex):
                return fallback_operator(complex(a), complex(b))
            return NotImplemented
        reverse.__name__ = '__r' + fallback_operator.__name__ + '__'
        return forward, reverse

    def _add(a, b, sign=1):
        na, da, nb, db = a._numerator, a._denominator, sign * b._numerator, b._denominator
        g = math.gcd(da, db)
        s = da // g
        t = na * (db // g) + nb * s
        g2 = math.gcd(t, g)
        return Fraction._from_coprime_ints(t // g2, s * (db // g2))

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        return Fraction._add(a, b, -1)

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)

    def _mul(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g1 = math.gcd(na, db)
        g2 = math.gcd(nb, da)
        return Fraction._from_coprime_ints((na // g1) * (nb // g2), (db // g1) * (da // g2))

    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)

    def _div(a, b):
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % db)
        na, da = a._numerator, a._denominator
        g1 = math.gcd(na, nb)
        g2 = math.gcd(db, da)
        n, d = (na // g1) * (db // g2), (nb // g1) * (da // g2)
        return Fraction._from_coprime_ints(-n, -d) if d < 0 else Fraction._from_coprime_ints(n, d)

    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, False)

    def _divmod(a, b):
        da, db = a.denominator, b.denominator
        div, n_mod = divmod(a.numerator * db, da * b.numerator)
        return div, Fraction(n_mod, da * db)

    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, False)

    def _mod(a, b):
        da, db = a.denominator, b.denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)

    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, False)

    def __pow__(a, b):
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                # The result may be irrational.
                return float(a) ** float(b)
            power = b.numerator
            n, d = a._numerator, a._denominator
            if power >= 0:
                return Fraction._from_coprime_ints(n ** power, d ** power)
            if n == 0:
                raise ZeroDivisionError('Fraction(%s, 0)' % d ** -power)
            if n < 0:
                n, d = -n, -d
            return Fraction._from_coprime_ints(d ** -power, n ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(a):
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        return _index(a.__trunc__())

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            twice = remainder * 2
            if twice == self._denominator:
                return floor + floor % 2
            return floor if twice < self._denominator else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # The same as that of an equal int or float.
        try:
            inverse = pow(self._denominator, -1, _PyHASH_MODULUS)
        except ValueError:
            hash_ = _PyHASH_INF
        else:
            hash_ = hash(hash(abs(self._numerator)) * inverse)
        result = hash_ if self._numerator >= 0 else -hash_
        return -2 if result == -1 else result

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if not isinstance(b, float):
            return NotImplemented
        return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if not isinstance(other, float):
            return NotImplemented
        if math.isnan(other) or math.isinf(other):
            return op(0.0, other)
        return op(self, self.from_float(other))

    def __lt__(a, b):
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
`
