# The part of `io` that CPython has in C, written in Python; here there is one for both.

from io import *
from _absent import refusing

__getattr__ = refusing('_pyio')
