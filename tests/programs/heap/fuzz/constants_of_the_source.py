"""The main program's source keeps its constants, unless an equal tuple of a code object has come before."""
import gc
import sys


def function(p):
    pass


same_as_the_constants = (None,)
print(sys.getrefcount(same_as_the_constants))
same_as_the_names = ("gc", "sys")
print(sys.getrefcount(same_as_the_names))


def names():
    return gc, sys


own = (1, 2.5)
print(sys.getrefcount(own))
