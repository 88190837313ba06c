# The part of `datetime` that CPython has in C; here there is one for both.

from datetime import *
from _absent import refusing

__getattr__ = refusing('_datetime')
