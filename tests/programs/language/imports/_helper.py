"""A module beside the programs."""
print("helper runs as", __name__)
value = 10
_private = 1
__all__ = ["value", "double"]
def double(x):
    return x * 2
def fail():
    return 1 / 0
class Kept:
    def __del__(self):
        print("Kept dies")
