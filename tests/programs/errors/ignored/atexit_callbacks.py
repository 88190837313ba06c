import atexit
def f(): raise ValueError(1)
atexit.register(f)
import sys
atexit.register(lambda: sys.exit(3))
