import sys
obj = []
base = sys.getrefcount(obj)
def delta(label): print(label, sys.getrefcount(obj) - base)
def fail(x):
    local = x
    raise ValueError(x)
try:
    fail(obj)
except ValueError as error:
    delta("in handler")
    kept = error
delta("error kept")
kept.__traceback__ = None
delta("traceback dropped")
kept.args = ()
delta("args dropped")
del kept
try:
    fail(obj)
except ValueError:
    delta("unnamed handler")
delta("after handler")
def wrapper():
    try:
        fail(obj)
    except ValueError as e:
        return e
e = wrapper()
delta("returned error")
e = e.with_traceback(None)
delta("without traceback")
del e
delta("end")
try:
    try:
        fail(obj)
    except ValueError as inner:
        raise KeyError("outer") from inner
except KeyError as outer:
    k = outer
delta("chained")
k.__cause__ = None
delta("cause dropped, context remains")
k.__context__ = None
delta("context dropped")
del k
delta("end")
def info():
    try:
        fail(obj)
    except ValueError:
        return sys.exc_info()
i = info()
delta("exc_info kept")
del i
delta("exc_info gone")
