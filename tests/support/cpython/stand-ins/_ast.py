# The part of `ast` that CPython has in C; here there is one for both.

from ast import *
from _absent import refusing

__getattr__ = refusing('_ast')
