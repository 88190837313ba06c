import sys

print(len(range(sys.maxsize)), len(range(2 ** 60)), range(2 ** 60).__len__(), len(range(-2, 2 ** 60 + 1, 3)))
try:
    len(range(2 ** 63))
except OverflowError as exc:
    print(exc)
