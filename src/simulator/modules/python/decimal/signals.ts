/** The signals of `decimal`, contexts, and which of both is in force; the names are those of `Lib/_pydecimal.py`. */
export const decimalSignals = String.raw`
import contextvars
from collections.abc import MutableMapping

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
              ROUND_05UP)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = True
HAVE_CONTEXTVAR = True


class DecimalException(ArithmeticError):
    __module__ = 'decimal'


def _signal(name, *bases):
    return type(name, bases or (DecimalException,), {'__module__': 'decimal'})


Clamped = _signal('Clamped')
InvalidOperation = _signal('InvalidOperation')
ConversionSyntax = _signal('ConversionSyntax', InvalidOperation)
DivisionImpossible = _signal('DivisionImpossible', InvalidOperation)
DivisionUndefined = _signal('DivisionUndefined', InvalidOperation)
InvalidContext = _signal('InvalidContext', InvalidOperation)
DivisionByZero = _signal('DivisionByZero', DecimalException, ZeroDivisionError)
Inexact = _signal('Inexact')
Rounded = _signal('Rounded')
Subnormal = _signal('Subnormal')
Overflow = _signal('Overflow', Inexact, Rounded)
Underflow = _signal('Underflow', Inexact, Rounded, Subnormal)
FloatOperation = _signal('FloatOperation', DecimalException, TypeError)

_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)
_PARTS_OF_INVALID = (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)


class SignalDict(MutableMapping):
    """Which signals are set."""
    __module__ = 'decimal'

    def __init__(self, given=()):
        if isinstance(given, (dict, SignalDict)):
            given = [signal for signal, value in given.items() if value]
        self._set = set(given)

    def __getitem__(self, signal):
        if signal not in _SIGNALS:
            raise KeyError('invalid error flag')
        return signal in self._set

    def __setitem__(self, signal, value):
        if signal not in _SIGNALS:
            raise KeyError('invalid error flag')
        if value:
            self._set.add(signal)
        else:
            self._set.discard(signal)

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def __repr__(self):
        shown = ', '.join(f'{signal!r}:{value}' for signal, value in self.items())
        return '{' + shown + '}'

    def copy(self):
        return dict(self)


_AS_SHOWN = (InvalidOperation, Clamped, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


def _shown(signals):
    return '[' + ', '.join(signal.__name__ for signal in _AS_SHOWN if signals[signal]) + ']'


_LIMITS = {
    'prec': (1, MAX_PREC), 'Emin': (MIN_EMIN, 0), 'Emax': (0, MAX_EMAX), 'capitals': (0, 1), 'clamp': (0, 1),
}


class Context:
    """Precision, rounding, limits of exponents, and what is an error."""
    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        model = _template
        self.prec = model.prec if prec is None else prec
        self.rounding = model.rounding if rounding is None else rounding
        self.Emin = model.Emin if Emin is None else Emin
        self.Emax = model.Emax if Emax is None else Emax
        self.capitals = model.capitals if capitals is None else capitals
        self.clamp = model.clamp if clamp is None else clamp
        self.flags = SignalDict(() if flags is None else flags)
        self.traps = SignalDict(model.traps if traps is None else traps)

    def __setattr__(self, name, value):
        if name in _LIMITS:
            low, high = _LIMITS[name]
            if not isinstance(value, int):
                raise TypeError(f"an integer is required (got type {type(value).__name__})")
            if not low <= value <= high:
                words = {'capitals': 'valid values for capitals are 0 or 1', 'clamp': 'valid values for clamp are 0 or 1'}
                raise ValueError(words.get(name) or f'valid range for {name} is '
                                 + {'prec': '[1, MAX_PREC]', 'Emin': '[MIN_EMIN, 0]', 'Emax': '[0, MAX_EMAX]'}[name])
        elif name == 'rounding':
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ('flags', 'traps'):
            if not isinstance(value, SignalDict):
                value = SignalDict(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags={_shown(self.flags)}, traps={_shown(self.traps)})')

    def copy(self):
        made = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        made.flags = SignalDict(self.flags)
        made.traps = SignalDict(self.traps)
        return made

    __copy__ = copy

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def clear_flags(self):
        self.flags = SignalDict()

    def clear_traps(self):
        self.traps = SignalDict()

    def _raise(self, *conditions):
        """Notes signals; the one that is trapped is raised."""
        trapped = []
        for condition in conditions:
            signal = InvalidOperation if condition in _PARTS_OF_INVALID else condition
            self.flags[signal] = True
            if self.traps[signal]:
                trapped.append((signal, condition))
        if trapped:
            for signal in _SIGNALS:
                if any(each is signal for each, _ in trapped):
                    raise signal([condition for _, condition in trapped])

    def create_decimal(self, num='0', /):
        return _decimal()(num, self)._fixed(self)

    def create_decimal_from_float(self, f, /):
        return _decimal().from_float(f)._fixed(self)


def _decimal():
    from decimal import Decimal
    return Decimal


class _Template:
    prec = 28
    rounding = ROUND_HALF_EVEN
    Emin = -999999
    Emax = 999999
    capitals = 1
    clamp = 0
    traps = (InvalidOperation, DivisionByZero, Overflow)

_template = _Template
DefaultContext = _template = Context()
BasicContext = Context(9, ROUND_HALF_UP, flags=[],
                       traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(9, ROUND_HALF_EVEN, flags=[], traps=[])

_current = contextvars.ContextVar('decimal_context')


def getcontext():
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class ContextManager:
    """With a copy of a context in force."""
    __module__ = 'decimal'

    def __init__(self, context):
        self._context = context.copy()

    def __enter__(self):
        self._before = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *error):
        setcontext(self._before)


def localcontext(ctx=None, **kwargs):
    manager = ContextManager(getcontext() if ctx is None else ctx)
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(manager._context, name, value)
    return manager
`
