import atexit
def goodbye(name, adjective="nice"):
    print(f"Goodbye {name}, it was {adjective}")
atexit.register(goodbye, "Ann")
atexit.register(goodbye, "Bob", adjective="ok")
@atexit.register
def deco(): print("decorated")
def removed(): print("never")
atexit.register(removed); atexit.register(removed)
atexit.unregister(removed)
print(atexit._ncallbacks())
def raising():
    raise SystemExit(5)
print("main done")
