import atexit, sys
def leave(): sys.exit(7)
atexit.register(print, "runs after")
atexit.register(leave)
atexit.register(print, "runs before")
print("end")
