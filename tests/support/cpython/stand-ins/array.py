# Arrays are not simulated: tests that make one are refused, the others of their file run.

import unittest
from collections.abc import MutableSequence

typecodes = 'bBuwhHiIlLqQfd'


class array:
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest('arrays are not simulated')


MutableSequence.register(array)
ArrayType = array
