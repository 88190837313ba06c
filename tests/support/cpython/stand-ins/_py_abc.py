# The part of `abc` that CPython has in C, written in Python; here there is one for both.

from abc import ABCMeta, get_cache_token
from _absent import refusing

__getattr__ = refusing('_py_abc')
