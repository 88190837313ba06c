# None of it can be answered here.

import unittest


class _Absent(unittest.SkipTest, AttributeError):
    pass


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    raise _Absent(f'_testlimitedcapi.{name} does not exist here')


# Items of sequences, by index.

from operator import delitem as sequence_delitem, getitem as sequence_getitem, setitem as sequence_setitem
