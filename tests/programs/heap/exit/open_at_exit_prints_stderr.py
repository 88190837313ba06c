import sys
class R:
    def __del__(self):
        print("to stderr", file=sys.stderr)
        sys.stdout.write("to stdout\n")
r = R()
s = [R()]
