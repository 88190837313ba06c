/** `decimal`: numbers as people write them, in three parts; as `Lib/_pydecimal.py`. */
import { decimalNumbers } from './numbers.ts'
import { decimalSignals } from './signals.ts'

const decimalSource = String.raw`
from _decimal_numbers import Decimal, DecimalTuple
from _decimal_signals import (
    Context, getcontext, setcontext, localcontext, DefaultContext, BasicContext, ExtendedContext, DecimalException,
    Clamped, InvalidOperation, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext, DivisionByZero,
    Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN,
    ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP, MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY,
    HAVE_THREADS, HAVE_CONTEXTVAR)

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'
`

export const decimalSources: Readonly<Record<string, string>> = {
  _decimal_signals: decimalSignals,
  _decimal_numbers: decimalNumbers,
  decimal: decimalSource,
}
