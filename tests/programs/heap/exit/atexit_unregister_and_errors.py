import atexit
def a(): print("a")
def b(): raise ValueError("in b")
def c(): print("c")
atexit.register(a)
atexit.register(b)
atexit.register(c)
atexit.register(a)
atexit.unregister(c)
atexit.register(lambda: 1 / 0)
print(atexit.register(a) is a)
try:
    atexit.register(5)
except TypeError as error:
    print(error)
try:
    atexit.register()
except TypeError as error:
    print(error)
def late():
    print("late registers another")
    atexit.register(print, "registered during exit")
atexit.register(late)
print("end")
