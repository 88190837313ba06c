import sys
try:
    import _broken
except ValueError as error:
    print(error, "_broken" in sys.modules)
try:
    import _broken
except ValueError as error:
    print("again", error)
