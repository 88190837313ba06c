import sys
def hook(u): print('unraisable', u.exc_type.__name__, u.exc_value, u.err_msg, u.object)
sys.unraisablehook = hook
import logging
print(1)
