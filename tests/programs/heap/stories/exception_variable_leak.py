import gc, weakref
class Big:
    def __del__(self): print("big freed")
def risky():
    big = Big()
    raise ValueError("oops")
def keeps_error():
    error = None
    try:
        risky()
    except ValueError as e:
        error = e
    return "done"
gc.disable()
print(keeps_error())
print("still alive because of error -> traceback -> frame -> error")
print(gc.collect() > 0)
def drops_error():
    try:
        risky()
    except ValueError as e:
        print("handling", e)
    return "done"
print(drops_error())
