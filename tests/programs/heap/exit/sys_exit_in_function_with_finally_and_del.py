import sys
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def run():
    a = R("a")
    with_b = R("b")
    try:
        sys.exit("bye")
    finally:
        c = R("c")
        print("finally")
g = R("global")
run()
