# The part of `pickle` that CPython has in C; here there is one for both.

from pickle import *
from _absent import refusing

__getattr__ = refusing('_pickle')
