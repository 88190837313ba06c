import atexit
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
r = R("global")
atexit.register(print, "first registered")
@atexit.register
def second():
    print("second registered, globals alive:", r.n)
atexit.register(lambda *a, **k: print(a, k), 1, 2, k=3)
local = R("registered argument")
atexit.register(print, "with argument", local.n)
atexit.register(lambda obj: print("holding", obj.n), R("only in atexit"))
atexit.register(print, "never")
atexit.unregister(second) if False else None
print("end of program")
