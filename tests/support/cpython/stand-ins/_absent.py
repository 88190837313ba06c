# Modules of which tests only take a name here and there: a test that does is refused.

import unittest


class _Absent(unittest.SkipTest, AttributeError):
    pass


def refusing(module):
    """The `__getattr__` of such a module."""
    def __getattr__(name):
        if name.startswith('__'):
            raise AttributeError(name)
        raise _Absent(f'{module}.{name} is not simulated')
    return __getattr__
