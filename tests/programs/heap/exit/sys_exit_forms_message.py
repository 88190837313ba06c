import sys
class R:
    def __del__(self): print("del")
r = R()
sys.exit("message to stderr")
