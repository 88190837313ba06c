import _helper
import _helper as again
from _helper import double, _private
print(_helper is again, _helper.value, double(4), _private, _helper.__doc__)
from _helper import *
print(value, "Kept" in globals())
_helper.value = 99
from _helper import value as v2
print(value, v2, _helper.__name__)
import sys
print("_helper" in sys.modules)
del sys.modules["_helper"]
import _helper as fresh
print(fresh is _helper, fresh.value)
try:
    from _helper import missing
except ImportError as error:
    print(str(error).split(" (")[0])
