class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def inner():
    r = R("inner local")
    raise ValueError("boom")
def outer():
    r = R("outer local")
    inner()
try:
    outer()
except ValueError:
    print("in handler")
print("after")
saved = None
try:
    outer()
except ValueError as error:
    saved = error
print("saved keeps the frames")
saved = saved.with_traceback(None)
print("traceback dropped")
saved = None
try:
    raise KeyError(R("in args"))
except KeyError as error:
    print("handling")
print("args gone")
def handler_local():
    try:
        outer()
    except ValueError as e:
        x = R("handler local")
        print("handling")
    print("end of function")
handler_local()
print("-- loop")
for i in range(2):
    try:
        inner()
    except ValueError:
        pass
    print("iteration", i)
print("-- nested")
try:
    try:
        inner()
    except ValueError:
        raise KeyError("second")
except KeyError as error:
    print(repr(error.__context__))
print("end")
