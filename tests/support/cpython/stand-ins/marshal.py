# Code is not written to files here.

import unittest


def _refuse(*args, **kwargs):
    raise unittest.SkipTest('marshal is not simulated')


dump = dumps = load = loads = _refuse
