import sys
import weakref
class Noisy:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, "sys" if sys else "no sys")
def helper(): return Noisy("made by helper")
first = Noisy("first")
class Holder:
    kept = Noisy("class level")
second = helper()
w = weakref.ref(first)
print("w alive", w() is first)
third = [Noisy("in list"), first]
if __name__ == "__main__":
    fourth = Noisy("in main block")
    print("done")
