# Disassembly: tests that look at it are refused, the others of their file run.

import unittest


class _Absent(unittest.SkipTest, AttributeError):
    pass


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    raise _Absent('dis is not simulated')
