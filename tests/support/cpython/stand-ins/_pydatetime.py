# There is one `datetime`, which stands for both of CPython's.

from datetime import *
