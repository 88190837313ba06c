# Decimal numbers are not simulated: tests that make one are refused, the others of their file run.

import unittest


class Decimal:
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest('decimal numbers are not simulated')


def _refuse(*args, **kwargs):
    raise unittest.SkipTest('decimal numbers are not simulated')


Context = getcontext = setcontext = localcontext = _refuse


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass
