import _pack
print(_pack.depth, _pack.inner.up(), _pack.__name__, _pack.inner.__name__)
from _pack.inner import depth as d
print(d)
import _pack.inner as pi
print(pi is _pack.inner)
try:
    import _pack.missing
except ImportError as error:
    print(error)
try:
    from _pack import absent
except ImportError as error:
    print(str(error).split(" (")[0])
