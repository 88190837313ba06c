# Not here; tests that use it are refused, the others of their file run.

from _absent import refusing

__getattr__ = refusing('socket')
