# Where CPython reads times; `datetime` and `time` do it themselves here.

from _absent import refusing

__getattr__ = refusing('_strptime')
