import atexit
atexit.register(print, "one")
atexit.register(print, "two")
atexit._run_exitfuncs()
print("ran", atexit._ncallbacks())
atexit.register(print, "three")
atexit._clear()
atexit.register(print, "four")
print("end")
