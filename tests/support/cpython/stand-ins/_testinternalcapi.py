# What CPython's tests ask of the interpreter's inside, where it can be answered.

import sys
import unittest
from _heapbook_tests import has_inline_values

SIZEOF_PYGC_HEAD = SIZEOF_MANAGED_PRE_HEADER = 16


def get_recursion_depth():
    depth = 0
    frame = sys._getframe(1)
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth


class _Absent(unittest.SkipTest, AttributeError):
    pass


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    raise _Absent(f'_testinternalcapi.{name} does not exist here')
