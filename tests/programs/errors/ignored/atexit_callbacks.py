import atexit
def f(): raise ValueError(1)
atexit.register(f)
atexit.register(lambda: exit(3))
