class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow
with CM("a") as x:
    print("body", x)
with CM("b", swallow=True):
    raise ValueError("lost")
try:
    with CM("c"):
        raise KeyError("kept")
except KeyError as error:
    print("outer", error)
with CM("d") as d, CM("e") as e:
    print(d, e)
with (
    CM("f") as f,
    CM("g"),
):
    pass
def early():
    with CM("h"):
        return "returned"
print(early())
for i in range(3):
    with CM(f"loop{i}"):
        if i == 0: continue
        break
try:
    with CM("i", True), CM("j"):
        raise OSError("inner")
    print("swallowed by outer")
except OSError:
    print("never")
class FailEnter:
    def __enter__(self): raise RuntimeError("enter failed")
    def __exit__(self, *a): print("never")
try:
    with CM("k"), FailEnter():
        print("never")
except RuntimeError as error:
    print(error)
for bad in (5, type("OnlyEnter", (), {"__enter__": lambda s: s})()):
    try:
        with bad: pass
    except TypeError as error:
        print(error)
class FailExit:
    def __enter__(self): pass
    def __exit__(self, *a): raise TypeError("exit failed")
try:
    with FailExit():
        raise ValueError("body")
except TypeError as error:
    print(error, "| context:", repr(error.__context__))
