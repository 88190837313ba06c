try:
    name = input("your name: ")
except EOFError as error:
    print()
    print(type(error).__name__, error)
import sys
print(repr(sys.stdin.readline()), repr(sys.stdin.read()), list(sys.stdin))
