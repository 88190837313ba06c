# Sizes of C values; what packs them refuses.

import unittest
from test.support import _calcsize as calcsize


class error(Exception):
    pass


def _refuse(*args, **kwargs):
    raise unittest.SkipTest('struct is not simulated')


pack = unpack = pack_into = unpack_from = iter_unpack = Struct = _refuse
