def work():
    for i in range(3):
        if i == 1:
            raise KeyboardInterrupt
try:
    work()
except Exception:
    print("never")
except KeyboardInterrupt as error:
    print("interrupted", repr(error))
try:
    try:
        work()
    finally:
        print("finally")
except BaseException as error:
    print(type(error).__mro__[1].__name__)
