# Classes of modules that are not simulated, of which tests take only the name and write it with a parameter.

import types
import unittest


def generic(module, name):
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest(f'the module {module} is not simulated')
    return type(name, (), {
        '__module__': module, '__init__': __init__, '__class_getitem__': classmethod(types.GenericAlias)})
