# Modes of files: there are none.

from _absent import refusing

__getattr__ = refusing('stat')
