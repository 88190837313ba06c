import sys
for value in (None, 0, 1, 255, "text", (1, 2), True, 3.5, [], 256, -1):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code), repr(error))
try:
    exit_ = SystemExit(1, 2)
    raise exit_
except SystemExit as error:
    print(error.code, error.args)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
try:
    sys.exit()
except BaseException as error:
    print(type(error).__name__, isinstance(error, Exception))
def f():
    try:
        sys.exit("in finally")
    finally:
        print("cleanup")
try:
    f()
except SystemExit:
    print("caught")
sys.exit(42)
