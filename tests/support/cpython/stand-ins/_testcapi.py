# What CPython's tests do by its C interface, where the simulator can do it too.

import unittest
from _heapbook_tests import ContainerNoGC, create_cfunction, set_nomemory, with_tp_del, without_gc

INT_MAX, INT_MIN, UINT_MAX = 2**31 - 1, -2**31, 2**32 - 1
SHRT_MAX, SHRT_MIN, USHRT_MAX = 2**15 - 1, -2**15, 2**16 - 1
CHAR_MAX, CHAR_MIN, UCHAR_MAX = 127, -128, 255
LONG_MAX = LLONG_MAX = PY_SSIZE_T_MAX = 2**63 - 1
LONG_MIN = LLONG_MIN = PY_SSIZE_T_MIN = -2**63
ULONG_MAX = ULLONG_MAX = SIZE_MAX = 2**64 - 1
FLT_MAX, FLT_MIN = 3.4028234663852886e+38, 1.1754943508222875e-38
DBL_MAX, DBL_MIN = 1.7976931348623157e+308, 2.2250738585072014e-308
SIZEOF_WCHAR_T = 4


class _Absent(unittest.SkipTest, AttributeError):
    pass


class _Callable:
    """A function that a file puts into a table before its tests begin: only a test that calls it is refused."""

    def __init__(self, name):
        self._name = name

    def __call__(self, *args, **kwargs):
        raise _Absent(f'_testcapi.{self._name}() does not exist here')


class _WithMethods(_Callable):
    """A class of such functions, or its instance."""

    def __call__(self):
        return self

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return _Callable(name)


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    if name in {'MethInstance', 'MethClass', 'MethStatic'}:
        return _WithMethods(name)
    if name.startswith('meth_'):
        return _Callable(name)
    raise _Absent(f'_testcapi.{name} does not exist here')
