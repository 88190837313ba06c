import math
import sys as system
from collections import deque, OrderedDict as OD
import os.path
print(math.floor(2.5), system.version_info[:2], deque([1]).pop(), OD(a=1))
print(math.__name__, type(math).__name__, "math" in system.modules)
try:
    import does_not_exist
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from math import nothing_here
except ImportError as error:
    print(str(error).split(" (")[0], error.name)
try:
    import math.inner
except ImportError as error:
    print(error)
def local():
    from math import pi
    return round(pi, 3)
print(local(), "pi" in globals())
from math import *
print(sqrt(16))
import importlib
print(importlib.import_module("math") is math)
print(__name__)
m = __import__("functools")
print(m.__name__)
try:
    math.nope
except AttributeError as error:
    print(error)
