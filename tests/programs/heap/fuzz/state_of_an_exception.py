"""An exception's state is set attribute by attribute: names must be strings."""
import copy

error = ValueError(1)
error.__dict__[1, 2] = "value"
try:
    copy.copy(error)
except TypeError as refused:
    print(refused)
try:
    error.__setstate__({"a": 1, 2: 3})
except TypeError as refused:
    print(refused, error.a)
