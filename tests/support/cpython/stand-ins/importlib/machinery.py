# Loading from files is refused.

from _absent import refusing

__getattr__ = refusing('importlib.machinery')
