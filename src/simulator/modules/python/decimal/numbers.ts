/**
 * `decimal.Decimal`: a sign, an integer of decimal digits and an exponent. Results are exact first and then rounded to
 * the context, as the General Decimal Arithmetic Specification has it.
 */
export const decimalNumbers = String.raw`
import numbers as _numbers
import sys as _sys
from collections import namedtuple as _namedtuple
from _decimal_signals import *
from _decimal_signals import _PARTS_OF_INVALID, _ROUNDINGS, _SIGNALS
import _decimal_signals as _signals

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


def _read(text):
    """Sign, coefficient, exponent and kind of a numeral; None if it is none. Kinds: '' F(inite not) n(an) N (signaling)."""
    text = text.strip().replace('_', '')
    sign = 0
    if text[:1] in ('+', '-'):
        sign = int(text[0] == '-')
        text = text[1:]
    lower = text.lower()
    if lower in ('inf', 'infinity'):
        return sign, 0, 0, 'F'
    for start, kind in (('snan', 'N'), ('nan', 'n')):
        if lower.startswith(start):
            rest = text[len(start):]
            return None if rest and not rest.isdecimal() else (sign, int(rest or '0'), 0, kind)
    mantissa, mark, power = lower.partition('e')
    whole, dot, part = mantissa.partition('.')
    digits = whole + part
    if not digits.isdecimal() or mark and not power.lstrip('+-').isdecimal() or power[1:2] in ('+', '-'):
        return None
    if len(power) - len(power.lstrip('+-')) > 1:
        return None
    return sign, int(digits), int(power or '0') - len(part), ''


def _rounded(sign, n, drop, rounding):
    """n without its last digits, and whether they mattered."""
    if drop > _length(n) + 1:
        # All of it goes, and it is less than half of what would be left.
        n, drop = int(n > 0), 2
    q, rest = divmod(n, 10 ** drop)
    if rest == 0:
        return q, False
    half = 5 * 10 ** (drop - 1)
    if rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_HALF_UP:
        up = rest >= half
    elif rounding == ROUND_HALF_DOWN:
        up = rest > half
    elif rounding == ROUND_HALF_EVEN:
        up = rest > half or rest == half and q % 2 == 1
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    else:
        up = q % 5 == 0
    return q + up, True


def _root(n):
    """The integer square root."""
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


def _length(n):
    """How many digits it has."""
    if n.bit_length() < 4000:
        return len(str(n))
    count = (n.bit_length() - 1) * 30103 // 100000
    while 10 ** count <= n:
        count += 1
    return count


_FOREIGN = (float, str, complex, type(None), list, tuple, dict, bytes)


def _operator(symbol, operation):
    """The methods of an operator, for Decimals and ints on either side."""
    def complain(left, right):
        names = ['decimal.Decimal' if isinstance(each, Decimal) else type(each).__name__ for each in (left, right)]
        raise TypeError(f"unsupported operand type(s) for {symbol}: '{names[0]}' and '{names[1]}'")

    def forward(self, other, /):
        if isinstance(other, int):
            other = Decimal(other)
        elif not isinstance(other, Decimal):
            if type(other) in _FOREIGN:
                complain(self, other)
            return NotImplemented
        return operation(self, other, getcontext())

    def backward(self, other, /):
        if isinstance(other, int):
            return operation(Decimal(other), self, getcontext())
        if symbol == '+' and isinstance(other, str):
            raise TypeError('can only concatenate str (not "decimal.Decimal") to str')
        if type(other) in _FOREIGN:
            complain(other, self)
        return NotImplemented
    return forward, backward


class Decimal:
    """A decimal floating-point number."""
    __module__ = 'decimal'
    __slots__ = ('_sign', '_int', '_exp', '_kind', '__weakref__')

    def __new__(cls, value='0', context=None):
        if isinstance(value, str):
            parts = _read(value)
            if parts is None:
                return cls._of(*(_nan(context, ConversionSyntax)._parts()))
            return cls._of(*parts)
        if isinstance(value, int):
            return cls._of(int(value < 0), abs(int(value)), 0, '')
        if isinstance(value, Decimal):
            return cls._of(*value._parts())
        if isinstance(value, (tuple, list)):
            return cls._of(*_from_tuple(value))
        if isinstance(value, float):
            (context or getcontext())._raise(FloatOperation)
            return cls.from_float(value)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def _of(cls, sign, n, exp, kind=''):
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = sign, n, exp, kind
        return self

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f:
            return cls('NaN')
        if f in (float('inf'), float('-inf')):
            return cls('Infinity' if f > 0 else '-Infinity')
        sign = int(str(f)[0] == '-')
        n, d = abs(f).as_integer_ratio()
        power = d.bit_length() - 1
        return cls._of(sign, n * 5 ** power, -power)

    def _parts(self):
        return self._sign, self._int, self._exp, self._kind

    # What it is.

    def is_finite(self):
        return self._kind == ''

    def is_infinite(self):
        return self._kind == 'F'

    def is_nan(self):
        return self._kind in ('n', 'N') and self._kind != ''

    def is_qnan(self):
        return self._kind == 'n'

    def is_snan(self):
        return self._kind == 'N'

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind == '' and self._int == 0

    def is_normal(self, context=None):
        return bool(self) and self._kind == '' and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return bool(self) and self._kind == '' and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def adjusted(self):
        return self._exp + _length(self._int) - 1 if self._kind == '' else 0

    def as_tuple(self):
        digits = tuple(map(int, str(self._int)))
        if self._kind == 'F':
            return DecimalTuple(self._sign, (0,), 'F')
        if self._kind:
            return DecimalTuple(self._sign, digits if self._int else (), self._kind)
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        if self._kind == 'F':
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        from fractions import Fraction
        n = -self._int if self._sign else self._int
        f = Fraction(n * 10 ** self._exp) if self._exp >= 0 else Fraction(n, 10 ** -self._exp)
        return f.numerator, f.denominator

    def number_class(self, context=None):
        if self._kind in ('n', 'N') and self._kind:
            return 'sNaN' if self._kind == 'N' else 'NaN'
        sign = '-' if self._sign else '+'
        if self._kind == 'F':
            return sign + 'Infinity'
        if not self._int:
            return sign + 'Zero'
        return sign + ('Normal' if self.is_normal(context) else 'Subnormal')

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    # Text.

    def _text(self, engineering=False, capitals=None):
        sign = '-' if self._sign else ''
        if self._kind == 'F':
            return sign + 'Infinity'
        if self._kind:
            return sign + ('sNaN' if self._kind == 'N' else 'NaN') + (str(self._int) if self._int else '')
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not engineering:
            dot = 1
        elif self._int == 0:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, part = '0', '.' + '0' * -dot + digits
        elif dot >= len(digits):
            whole, part = digits + '0' * (dot - len(digits)), ''
        else:
            whole, part = digits[:dot], '.' + digits[dot:]
        power = ''
        if left != dot:
            big = getcontext().capitals if capitals is None else capitals
            power = f"{'E' if big else 'e'}{left - dot:+d}"
        return sign + whole + part + power

    def __str__(self):
        return self._text()

    def __repr__(self):
        return f"Decimal('{self._text()}')"

    def to_eng_string(self, context=None):
        return self._text(True, None if context is None else context.capitals)

    def __format__(self, spec):
        return _formatted(self, spec)

    # Rounding.

    def _fixed(self, context):
        """Rounded to what a context can hold."""
        if self._kind:
            return self
        sign, n, exp = self._sign, self._int, self._exp
        etiny, etop = context.Etiny(), context.Etop()
        if n == 0:
            most = etop if context.clamp else context.Emax
            fitting = min(max(exp, etiny), most)
            if fitting == exp:
                return self
            context._raise(Clamped)
            return Decimal._of(sign, 0, fitting)
        least = _length(n) + exp - context.prec
        if least > etop:
            return _overflow(sign, context)
        is_subnormal = least < etiny
        least = max(least, etiny)
        if exp < least:
            q, lossy = _rounded(sign, n, least - exp, context.rounding)
            if _length(q) > context.prec:
                q //= 10
                least += 1
            if least > etop:
                return _overflow(sign, context)
            raised = []
            if lossy and is_subnormal:
                raised.append(Underflow)
            if is_subnormal:
                raised.append(Subnormal)
            if lossy:
                raised.append(Inexact)
            raised.append(Rounded)
            if not q:
                raised.append(Clamped)
            context._raise(*raised)
            return Decimal._of(sign, q, least)
        if is_subnormal:
            context._raise(Subnormal)
        if context.clamp and exp > etop:
            context._raise(Clamped)
            return Decimal._of(sign, n * 10 ** (exp - etop), etop)
        return self

    def _rescaled(self, exp, rounding):
        """With another exponent, and whether digits that matter went."""
        if self._exp >= exp:
            return Decimal._of(self._sign, self._int * 10 ** (self._exp - exp), exp), False
        q, lossy = _rounded(self._sign, self._int, exp - self._exp, rounding)
        return Decimal._of(self._sign, q, exp), lossy

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _operand(exp)
        nan = _pick_nan(context, self, exp)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            return Decimal(self) if self._kind and exp._kind else _nan(context, InvalidOperation)
        if not context.Etiny() <= exp._exp <= context.Emax:
            return _nan(context, InvalidOperation)
        made, lossy = self._rescaled(exp._exp, rounding or context.rounding)
        if _length(made._int) > context.prec or made._int and made.adjusted() > context.Emax:
            return _nan(context, InvalidOperation)
        if made._int and made.adjusted() < context.Emin:
            context._raise(Subnormal)
        if exp._exp > self._exp:
            context._raise(*([Inexact, Rounded] if lossy else [Rounded]))
        return made

    def to_integral_value(self, rounding=None, context=None):
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return Decimal(self)
        return self._rescaled(0, rounding or (context or getcontext()).rounding)[0]

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        made = self.to_integral_value(rounding, context)
        if made._kind == '' and self._exp < 0:
            context._raise(*([Inexact, Rounded] if made != self else [Rounded]))
        return made

    def normalize(self, context=None):
        nan = _pick_nan(context, self)
        made = nan if nan is not None else Decimal(self)._fixed(context or getcontext())
        if made._kind:
            return made
        n, exp = made._int, made._exp
        if n == 0:
            return Decimal._of(made._sign, 0, 0)
        while n % 10 == 0 and exp < (context or getcontext()).Emax:
            n //= 10
            exp += 1
        return Decimal._of(made._sign, n, exp)

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(Decimal._of(0, 1, -n), ROUND_HALF_EVEN if n is None else None)
        return self._whole(ROUND_HALF_EVEN)

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    def __trunc__(self):
        return self._whole(ROUND_DOWN)

    __int__ = __trunc__

    def _whole(self, rounding):
        if self._kind == 'F':
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        n = self._rescaled(0, rounding)[0]._int
        return -n if self._sign else n

    def __float__(self):
        if self._kind == 'N':
            raise ValueError("cannot convert signaling NaN to float")
        return float('-nan' if self._kind and self._kind != 'F' and self._sign else
                     'nan' if self._kind == 'n' else self._text())

    def __complex__(self):
        return complex(float(self))

    # Signs.

    def __pos__(self, context=None):
        context = context or getcontext()
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fixed(context)
        return Decimal(self)._fixed(context)

    def __neg__(self, context=None):
        context = context or getcontext()
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fixed(context)
        return self.copy_negate()._fixed(context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    def copy_abs(self):
        return Decimal._of(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return Decimal._of(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return Decimal._of(_operand(other)._sign, self._int, self._exp, self._kind)

    def __bool__(self):
        return self._kind != '' or self._int != 0

    # Arithmetic.

    def _add(self, other, context):
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        if self._kind or other._kind:
            if self._kind and other._kind and self._sign != other._sign:
                return _nan(context, InvalidOperation)
            return Decimal(self if self._kind else other)
        left, right = (self, other) if self._exp >= other._exp else (other, self)
        if left._int and right._int:
            # What lies far behind the last digit matters only by being there.
            far = left._exp + min(-1, _length(left._int) - context.prec - 2)
            if right._exp + _length(right._int) - 1 < far:
                right = Decimal._of(right._sign, 1, far)
        exp = min(left._exp, right._exp)
        a = left._int * 10 ** (left._exp - exp) * (-1 if left._sign else 1)
        b = right._int * 10 ** (right._exp - exp) * (-1 if right._sign else 1)
        total = a + b
        if total:
            sign = int(total < 0)
        elif self._sign == other._sign:
            sign = self._sign
        else:
            sign = int(context.rounding == ROUND_FLOOR)
        return Decimal._of(sign, abs(total), exp)._fixed(context)

    def _sub(self, other, context):
        nan = _pick_nan(context, self, other)
        return nan if nan is not None else self._add(other.copy_negate(), context)

    def _mul(self, other, context):
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            if not self or not other:
                return _nan(context, InvalidOperation)
            return Decimal._of(sign, 0, 0, 'F')
        return Decimal._of(sign, self._int * other._int, self._exp + other._exp)._fixed(context)

    def _truediv(self, other, context):
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            return _nan(context, InvalidOperation) if other._kind else Decimal._of(sign, 0, 0, 'F')
        if other._kind:
            context._raise(Clamped)
            return Decimal._of(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return _nan(context, DivisionUndefined)
            context._raise(DivisionByZero)
            return Decimal._of(sign, 0, 0, 'F')
        ideal = self._exp - other._exp
        if not self._int:
            return Decimal._of(sign, 0, ideal)._fixed(context)
        # One digit more than needed, and that not zero if there is a rest.
        shift = _length(other._int) - _length(self._int) + context.prec + 1
        exp = ideal - shift
        if shift >= 0:
            q, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            q, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            if q % 5 == 0:
                q += 1
        else:
            while exp < ideal and q % 10 == 0:
                q //= 10
                exp += 1
        return Decimal._of(sign, q, exp)._fixed(context)

    def _divided(self, other, context):
        """Whole quotient and rest, both with their signs; None where the quotient has too many digits."""
        exp = min(self._exp, other._exp)
        q, rest = divmod(self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp))
        if _length(q) > context.prec and q:
            return None
        return Decimal._of(self._sign ^ other._sign, q, 0), Decimal._of(self._sign, rest, exp)

    def _floordiv(self, other, context):
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            return _nan(context, InvalidOperation) if other._kind else Decimal._of(sign, 0, 0, 'F')
        if other._kind:
            return Decimal._of(sign, 0, 0)
        if not other._int:
            if not self._int:
                return _nan(context, DivisionUndefined)
            context._raise(DivisionByZero)
            return Decimal._of(sign, 0, 0, 'F')
        both = self._divided(other, context)
        return _nan(context, DivisionImpossible) if both is None else both[0]

    def _mod(self, other, context):
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        if self._kind:
            return _nan(context, InvalidOperation)
        if other._kind:
            return Decimal(self)._fixed(context)
        if not other._int:
            return _nan(context, InvalidOperation if self._int else DivisionUndefined)
        both = self._divided(other, context)
        return _nan(context, DivisionImpossible) if both is None else both[1]._fixed(context)

    def _divmod(self, other, context):
        return self._floordiv(other, context), self._mod(other, context)

    def _power(self, other, context):
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        if not other:
            return _nan(context, InvalidOperation) if not self else Decimal(1)
        is_whole = other._kind == '' and other == other.to_integral_value()
        sign = self._sign if is_whole and int(other) % 2 else 0
        if self._sign and not is_whole and self:
            return _nan(context, InvalidOperation)
        if not self or self._kind:
            grows = bool(self._kind) != bool(other._sign)
            return Decimal._of(sign, 0, 0, 'F' if grows else '')
        if other._kind:
            size = self.copy_abs().compare(Decimal(1))
            if not size:
                return Decimal(1)._fixed(context)
            return Decimal._of(0, 0, 0, 'F' if (size > 0) != bool(other._sign) else '')
        if is_whole and abs(int(other)) * _length(self._int) < 20 * context.prec + 10000:
            n = abs(int(other))
            exact = Decimal._of(sign, self._int ** n, self._exp * n)
            return Decimal(1)._truediv(exact, context) if other._sign else exact._fixed(context)
        wide = _wider(context, 12 + abs(other.adjusted()) + abs(self.adjusted()))
        size = self.copy_abs()
        made = other._mul(size.ln(wide), wide).exp(wide)
        return Decimal._of(sign, made._int, made._exp, made._kind)._fixed(context)

    def __pow__(self, other, modulo=None, /):
        if not isinstance(other, (int, Decimal)):
            return _pow_pair[0](self, other)
        other = _operand(other)
        if modulo is None:
            return self._power(other, getcontext())
        modulo = _operand(modulo)
        if not all(each._kind == '' and each == each.to_integral_value() for each in (self, other, modulo)):
            return _nan(getcontext(), InvalidOperation)
        if other._sign or not modulo or not self and not other:
            return _nan(getcontext(), InvalidOperation)
        n = pow(abs(int(self)), int(other), abs(int(modulo)))
        return Decimal(-n if self._sign and int(other) % 2 else n)

    def __rpow__(self, other, /):
        return _pow_pair[1](self, other)

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        if self._kind or not other:
            return _nan(context, InvalidOperation)
        if other._kind:
            return Decimal(self)._fixed(context)
        both = self._divided(other, context)
        if both is None:
            return _nan(context, DivisionImpossible)
        q, rest = both
        size = abs(rest._int) * 2 * 10 ** max(rest._exp - other._exp, 0)
        whole = other._int * 10 ** max(other._exp - rest._exp, 0)
        if size > whole or size == whole and q._int % 2:
            rest = rest._sub(other.copy_sign(rest), _wider(context, 10 ** 6))
        return rest._fixed(context)

    def fma(self, other, third, context=None):
        context = context or getcontext()
        wide = _wider(context, MAX_PREC // 2)
        return self._mul(_operand(other), wide)._add(_operand(third), context)

    # Functions.

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if not self:
            return Decimal._of(self._sign, 0, self._exp // 2)._fixed(context)
        if self._sign:
            return _nan(context, InvalidOperation)
        if self._kind:
            return Decimal(self)
        ideal = self._exp // 2
        n, exp = self._int, self._exp
        if exp % 2:
            n, exp = n * 10, exp - 1
        shift = max(context.prec + 1 - (_length(n) + 1) // 2, 0)
        root = _root(n * 100 ** shift)
        exp = exp // 2 - shift
        if root * root == n * 100 ** shift:
            while exp < ideal and root % 10 == 0:
                root //= 10
                exp += 1
        elif root % 5 == 0:
            root += 1
        half_even = context.copy()
        half_even.rounding = ROUND_HALF_EVEN
        half_even.clear_flags()
        made = Decimal._of(0, root, exp)._fixed(half_even)
        for signal in (Inexact, Rounded):
            if half_even.flags[signal]:
                context._raise(signal)
        return made

    def exp(self, context=None):
        context = context or getcontext()
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if self._kind:
            return Decimal(0) if self._sign else Decimal(self)
        if not self:
            return Decimal(1)
        if self.adjusted() > 9:
            return Decimal._of(0, 0, context.Etiny()) if self._sign else _overflow(0, context)
        return _settled(context, lambda digits: _exp_digits(self, digits))

    def ln(self, context=None):
        context = context or getcontext()
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if not self:
            return Decimal('-Infinity')
        if self._sign:
            return _nan(context, InvalidOperation)
        if self._kind:
            return Decimal(self)
        if self == 1:
            return Decimal(0)
        return _settled(context, lambda digits: _ln_digits(self, digits))

    def log10(self, context=None):
        context = context or getcontext()
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if not self:
            return Decimal('-Infinity')
        if self._sign:
            return _nan(context, InvalidOperation)
        if self._kind:
            return Decimal(self)
        digits = str(self._int)
        if digits[0] == '1' and not digits[1:].strip('0'):
            return Decimal(self.adjusted())._fixed(context)
        def quotient(count):
            (a, a_scale), (b, b_scale) = _ln_digits(self, count + 5), _ln_digits(Decimal(10), count + 5)
            scale = count + 5
            n = abs(a) * 10 ** (scale + b_scale) // (b * 10 ** a_scale)
            return n if a >= 0 else -n, scale
        return _settled(context, quotient)

    def logb(self, context=None):
        context = context or getcontext()
        nan = _pick_nan(context, self)
        if nan is not None:
            return nan
        if self._kind:
            return Decimal('Infinity')
        if not self:
            context._raise(DivisionByZero)
            return Decimal('-Infinity')
        return Decimal(self.adjusted())._fixed(context)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        nan = _pick_nan(context, self, other)
        if nan is not None:
            return nan
        if self._kind:
            return Decimal(self)
        return Decimal._of(self._sign, self._int, self._exp + int(other))._fixed(context)

    def next_plus(self, context=None):
        return _neighbour(self, context or getcontext(), 1)

    def next_minus(self, context=None):
        return _neighbour(self, context or getcontext(), -1)

    # Comparison.

    def _compared(self, other):
        """-1, 0 or 1; neither is a NaN."""
        if self._kind or other._kind:
            a = (0 if self._kind == '' else -1 if self._sign else 1)
            b = (0 if other._kind == '' else -1 if other._sign else 1)
            return (a > b) - (a < b)
        exp = min(self._exp, other._exp)
        if self._int and other._int and self._sign == other._sign and abs(self.adjusted() - other.adjusted()) > 1:
            bigger = 1 if self.adjusted() > other.adjusted() else -1
            return -bigger if self._sign else bigger
        if not self._int or not other._int or self._sign != other._sign:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        a = self._int * 10 ** (self._exp - exp) * (-1 if self._sign else 1)
        b = other._int * 10 ** (other._exp - exp) * (-1 if other._sign else 1)
        return (a > b) - (a < b)

    def _order(self, other, is_equality, symbol=''):
        """The comparison with any number; None where there is none, NotImplemented for what is no number."""
        if isinstance(other, float):
            getcontext()._raise(FloatOperation) if not is_equality else None
            if is_equality:
                getcontext().flags[FloatOperation] = True
            other = Decimal.from_float(other)
        elif isinstance(other, int):
            other = Decimal(other)
        elif isinstance(other, _numbers.Rational) and not isinstance(other, Decimal):
            if self._kind:
                other = Decimal(0)
            else:
                exact = _wider(getcontext(), MAX_PREC // 2)
                return self._mul(Decimal(other.denominator), exact)._compared(Decimal(other.numerator))
        elif isinstance(other, complex) and is_equality and other.imag == 0:
            other = Decimal.from_float(other.real)
        elif not isinstance(other, Decimal):
            if symbol and type(other) in _FOREIGN:
                raise TypeError(f"'{symbol}' not supported between instances of 'decimal.Decimal' and "
                                f"'{type(other).__name__}'")
            return NotImplemented
        if self.is_nan() or other.is_nan():
            if not is_equality or self._kind == 'N' or other._kind == 'N':
                getcontext()._raise(InvalidOperation)
            return None
        return self._compared(other)

    def __eq__(self, other, /):
        order = self._order(other, True)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other, /):
        order = self._order(other, False, '<')
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other, /):
        order = self._order(other, False, '<=')
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other, /):
        order = self._order(other, False, '>')
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other, /):
        order = self._order(other, False, '>=')
        return order if order is NotImplemented else order is not None and order >= 0

    def compare(self, other, context=None):
        other = _operand(other)
        nan = _pick_nan(context, self, other)
        return nan if nan is not None else Decimal(self._compared(other))

    def compare_signal(self, other, context=None):
        other = _operand(other)
        if self.is_nan() or other.is_nan():
            return _nan(context or getcontext(), InvalidOperation)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        def key(number):
            kind = {'': 0, 'F': 1, 'N': 2, 'n': 3}[number._kind]
            return kind, number.copy_abs() if kind == 0 else Decimal(number._int), number._exp
        other = _operand(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        a, b = key(self), key(other)
        order = (a > b) - (a < b)
        return Decimal(-order if self._sign else order)

    def max(self, other, context=None):
        return _extreme(self, _operand(other), context or getcontext(), 1)

    def min(self, other, context=None):
        return _extreme(self, _operand(other), context or getcontext(), -1)

    def same_quantum(self, other, context=None):
        other = _operand(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self._kind == other._kind == 'F'
        return self._exp == other._exp

    def __hash__(self):
        if self._kind == 'N':
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == 'F':
            return -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
        if self._kind:
            return object.__hash__(self)
        modulus = _sys.hash_info.modulus
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, modulus - 2, modulus), -self._exp, modulus)
        found = self._int * power % modulus
        found = -found if self._sign else found
        return -2 if found == -1 else found

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _method(name, symbol, operation):
    forward, backward = _operator(symbol, operation)
    for method, dunder in ((forward, f'__{name}__'), (backward, f'__r{name}__')):
        method.__name__ = dunder
        method.__qualname__ = f'Decimal.{dunder}'
        setattr(Decimal, dunder, method)

for _name, _symbol in (('add', '+'), ('sub', '-'), ('mul', '*'), ('truediv', '/'), ('floordiv', '//'), ('mod', '%'),
                       ('divmod', 'divmod()')):
    _method(_name, _symbol, getattr(Decimal, '_' + _name))
_pow_pair = _operator('** or pow()', Decimal._power)
_numbers.Number.register(Decimal)


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if not all(isinstance(digit, int) and 0 <= digit <= 9 for digit in digits):
        raise ValueError("coefficient must be a tuple of digits")
    n = int(''.join(map(str, digits)) or '0')
    if isinstance(exp, str):
        if exp not in ('F', 'n', 'N'):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        return sign, 0 if exp == 'F' else n, 0, exp
    return sign, n, exp, ''


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _nan(context, condition):
    (context or getcontext())._raise(condition)
    return Decimal._of(0, 0, 0, 'n')


def _pick_nan(context, *numbers):
    """The NaN that an operation gives; None if it is to be carried out."""
    for number in numbers:
        if number._kind == 'N':
            (context or getcontext())._raise(InvalidOperation)
            return Decimal._of(number._sign, number._int, 0, 'n')
    for number in numbers:
        if number._kind == 'n':
            return Decimal(number)
    return None


def _overflow(sign, context):
    context._raise(Overflow, Inexact, Rounded)
    to_most = {ROUND_DOWN: True, ROUND_05UP: True, ROUND_FLOOR: not sign, ROUND_CEILING: bool(sign)}
    if to_most.get(context.rounding, False):
        return Decimal._of(sign, 10 ** context.prec - 1, context.Etop())
    return Decimal._of(sign, 0, 0, 'F')


def _wider(context, more):
    made = Context(prec=min(context.prec + more, MAX_PREC), rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX,
                   traps=[])
    return made


def _settled(context, approximate):
    """Rounds what is known to more and more digits (an integer and its scale) until the rounding is certain."""
    extra = 4
    while True:
        n, scale = approximate(context.prec + extra)
        size = abs(n)
        unsure = 10 ** max(_length(size) - context.prec - 2, 1)
        if size % (unsure * 5) not in (0, 1, unsure * 5 - 1) or extra > 60:
            break
        extra += 8
    made = Decimal._of(int(n < 0), size, -scale)
    if size % 10 == 0:
        made = Decimal._of(int(n < 0), size + 1, -scale)
    half_even = context.copy()
    half_even.rounding = ROUND_HALF_EVEN
    half_even.traps = SignalDict()
    result = made._fixed(half_even)
    context._raise(*[signal for signal in (Overflow, Underflow, Subnormal, Inexact, Rounded) if half_even.flags[signal]])
    return result


def _scaled(number, scale):
    n = number._int * 10 ** (number._exp + scale) if number._exp + scale >= 0 else number._int // 10 ** -(number._exp + scale)
    return -n if number._sign else n


def _ln_integer(numerator, denominator, scale):
    """ln(numerator / denominator) of numbers near one another, times 10**scale."""
    unit = 10 ** scale
    x = (numerator - denominator) * unit // (numerator + denominator)
    square = x * x // unit
    total, term, k = 0, x, 1
    while term not in (0, -1):
        total += term // k
        term = term * square // unit
        k += 2
    return 2 * total


def _ln_digits(number, digits):
    scale = digits + abs(number.adjusted()) // 1000 + 12
    unit = 10 ** scale
    # 10**power times a mantissa between 0.1 and 10; near one nothing is split off.
    power = number.adjusted()
    if power == -1:
        power = 0
        scale += 2 + _length(number._int)
        unit = 10 ** scale
    mantissa = _scaled(Decimal._of(0, number._int, number._exp - power), scale)
    if abs(mantissa - unit) < unit // 10:
        scale += digits
        unit = 10 ** scale
        mantissa = _scaled(Decimal._of(0, number._int, number._exp - power), scale)
    halvings = 0
    while mantissa > unit * 3 // 2:
        mantissa //= 2
        halvings += 1
    while mantissa < unit * 3 // 4:
        mantissa *= 2
        halvings -= 1
    found = _ln_integer(mantissa, unit, scale)
    two = _ln_integer(4, 3, scale) + _ln_integer(3, 2, scale) if halvings or power else 0
    ten = 3 * two + _ln_integer(5, 4, scale) if power else 0
    return found + halvings * two + power * ten, scale


def _exp_digits(number, digits):
    scale = digits + max(number.adjusted(), 0) * 2 + 12
    unit = 10 ** scale
    x = _scaled(number, scale)
    ten, _ = _ln_digits(Decimal(10), scale)
    ten = ten // 10 ** (_ - scale) if _ > scale else ten * 10 ** (scale - _)
    power, rest = divmod(x, ten)
    rest //= 256
    total, term, k = unit, unit, 1
    while term:
        term = term * rest // unit // k
        total += term
        k += 1
    for _ in range(8):
        total = total * total // unit
    return total, scale - power


def _neighbour(number, context, direction):
    nan = _pick_nan(context, number)
    if nan is not None:
        return nan
    if number._kind == 'F':
        if (number._sign == 0) == (direction > 0):
            return Decimal(number)
        return Decimal._of(number._sign, 10 ** context.prec - 1, context.Etop())
    toward = context.copy()
    toward.rounding = ROUND_CEILING if direction > 0 else ROUND_FLOOR
    toward.traps = SignalDict()
    fixed = number._fixed(toward)
    if fixed != number:
        return fixed
    step = Decimal._of(0 if direction > 0 else 1, 1, context.Etiny() - 1)
    return number._add(step, toward)


def _extreme(a, b, context, direction):
    if a.is_nan() or b.is_nan():
        if a._kind == 'n' and not b.is_nan():
            return b._fixed(context)
        if b._kind == 'n' and not a.is_nan():
            return a._fixed(context)
        return _pick_nan(context, a, b)
    order = a._compared(b) or int(a.compare_total(b))
    return (a if order * direction >= 0 else b)._fixed(context)


def _parse_spec(spec):
    parts = {'fill': ' ', 'align': '>', 'sign': '-', 'z': False, 'width': 0, 'comma': '', 'prec': None, 'type': ''}
    rest = spec
    if rest[1:2] in ('<', '>', '=', '^') and rest[1:2]:
        parts['fill'], parts['align'], rest = rest[0], rest[1], rest[2:]
    elif rest[:1] in ('<', '>', '=', '^') and rest[:1]:
        parts['align'], rest = rest[0], rest[1:]
    if rest[:1] in ('+', '-', ' ') and rest[:1]:
        parts['sign'], rest = rest[0], rest[1:]
    if rest[:1] == 'z':
        parts['z'], rest = True, rest[1:]
    if rest[:1] == '0':
        parts['fill'], parts['align'], rest = '0', '=', rest[1:]
    count = len(rest) - len(rest.lstrip('0123456789'))
    if count:
        parts['width'], rest = int(rest[:count]), rest[count:]
    if rest[:1] in (',', '_') and rest[:1]:
        parts['comma'], rest = rest[0], rest[1:]
    if rest[:1] == '.':
        count = len(rest) - 1 - len(rest[1:].lstrip('0123456789'))
        if not count:
            raise ValueError('invalid format string')
        parts['prec'], rest = int(rest[1:count + 1]), rest[count + 1:]
    if rest and rest not in ('e', 'E', 'f', 'F', 'g', 'G', 'n', '%'):
        raise ValueError('invalid format string')
    parts['type'] = rest
    return parts


def _formatted(number, spec):
    parts = _parse_spec(spec)
    kind, prec = parts['type'], parts['prec']
    sign = '-' if number._sign else parts['sign'].replace('-', '')
    tail = ''
    if number._kind:
        body = number.copy_abs()._text()
    else:
        rounding = getcontext().rounding
        number = number.copy_abs() if not number._sign else number
        if kind == '%':
            number = Decimal._of(number._sign, number._int, number._exp + 2)
        if prec is not None:
            if kind in ('e', 'E') and kind:
                drop = _length(number._int) - prec - 1
                if drop > 0:
                    n = _rounded(number._sign, number._int, drop, rounding)[0]
                    number = Decimal._of(number._sign, n, number._exp + drop)
                    if _length(n) > prec + 1:
                        number = Decimal._of(number._sign, n // 10, number._exp + 1)
                elif number:
                    number = Decimal._of(number._sign, number._int * 10 ** -drop, number._exp + drop)
            elif kind in ('f', 'F', '%') and kind:
                number = number._rescaled(-prec, rounding)[0]
            else:
                drop = _length(number._int) - max(prec, 1)
                if drop > 0:
                    n = _rounded(number._sign, number._int, drop, rounding)[0]
                    number = Decimal._of(number._sign, n, number._exp + drop)
        if not number and number._exp > 0 and kind in ('f', 'F', '%') and kind:
            number = Decimal._of(number._sign, 0, 0)
        if parts['z'] and not number:
            sign = parts['sign'].replace('-', '')
        digits = str(number._int)
        left = number._exp + len(digits)
        if kind in ('e', 'E') and kind:
            dot = 1
        elif kind in ('f', 'F', '%') and kind:
            dot = left
        else:
            dot = left if number._exp <= 0 and left > -6 else 1
        if kind in ('e', 'E') and kind and prec is not None and not number._int:
            digits, left = '0' * (prec + 1), number._exp + len(digits) + prec
        if dot <= 0:
            whole, part = '0', '0' * -dot + digits
        elif dot >= len(digits):
            whole, part = digits + '0' * (dot - len(digits)), ''
        else:
            whole, part = digits[:dot], digits[dot:]
        if left != dot or kind in ('e', 'E') and kind:
            mark = 'e' if kind in ('e', 'g') and kind else 'E' if kind or getcontext().capitals else 'e'
            tail = f"{mark}{left - dot:+d}"
        if kind == '%':
            tail += '%'
        body = _grouped(whole, parts, len(sign) + len(tail) + (len(part) + 1 if part else 0)) + ('.' + part if part else '')
    body += tail
    lack = parts['width'] - len(sign) - len(body)
    if lack <= 0:
        return sign + body
    fill = parts['fill']
    if parts['align'] == '<':
        return sign + body + fill * lack
    if parts['align'] == '=':
        return sign + fill * lack + body
    if parts['align'] == '^':
        return fill * (lack // 2) + sign + body + fill * (lack - lack // 2)
    return fill * lack + sign + body


def _grouped(whole, parts, other):
    comma = parts['comma']
    if not comma:
        return whole
    if parts['align'] == '=' and parts['fill'] == '0':
        while len(whole) + (len(whole) - 1) // 3 + other < parts['width']:
            whole = '0' + whole
    groups = []
    while whole:
        groups.append(whole[-3:])
        whole = whole[:-3]
    return comma.join(reversed(groups))


def _context_method(name):
    def method(self, first, *others):
        return getattr(_operand(first), name)(*others, context=self)
    return method

for _name in ('quantize', 'sqrt', 'exp', 'ln', 'log10', 'logb', 'scaleb', 'normalize', 'compare', 'compare_signal',
              'compare_total', 'max', 'min', 'next_plus', 'next_minus', 'remainder_near', 'to_integral_exact',
              'to_integral_value', 'fma', 'is_normal', 'is_subnormal', 'number_class', 'same_quantum', 'copy_sign'):
    _made = _context_method(_name)
    _made.__name__ = _name
    setattr(Context, _name, _made)
Context.add = lambda self, a, b, /: _operand(a)._add(_operand(b), self)
Context.subtract = lambda self, a, b, /: _operand(a)._sub(_operand(b), self)
Context.multiply = lambda self, a, b, /: _operand(a)._mul(_operand(b), self)
Context.divide = lambda self, a, b, /: _operand(a)._truediv(_operand(b), self)
Context.divide_int = lambda self, a, b, /: _operand(a)._floordiv(_operand(b), self)
Context.remainder = lambda self, a, b, /: _operand(a)._mod(_operand(b), self)
Context.divmod = lambda self, a, b, /: _operand(a)._divmod(_operand(b), self)
Context.power = lambda self, a, b, modulo=None: pow(_operand(a), b, modulo) if modulo else _operand(a)._power(_operand(b), self)
Context.plus = lambda self, a, /: _operand(a).__pos__(self)
Context.minus = lambda self, a, /: _operand(a).__neg__(self)
Context.abs = lambda self, a, /: _operand(a).__abs__(self)
Context.to_sci_string = lambda self, a, /: _operand(a)._text(False, self.capitals)
Context.to_eng_string = lambda self, a, /: _operand(a).to_eng_string(self)
`
