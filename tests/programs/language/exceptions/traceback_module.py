import traceback
def a(): b()
def b(): raise LookupError("deep")
try:
    a()
except LookupError as error:
    tb = error.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
    print(error.with_traceback(None).__traceback__)
try:
    a()
except LookupError as error:
    print("".join(traceback.format_exception_only(error)), end="")
    traceback.print_exc()
