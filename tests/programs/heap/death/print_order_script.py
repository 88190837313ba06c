class Logger:
    def __init__(self, name):
        self.name = name
        print(f"[{name}] init")
    def __enter__(self):
        print(f"[{self.name}] enter")
        return self
    def __exit__(self, *exc):
        print(f"[{self.name}] exit")
    def __del__(self):
        print(f"[{self.name}] del")
def first():
    a = Logger("a")
    second()
    print("first done")
def second():
    b = Logger("b")
    with Logger("c") as c:
        print("in with")
    print("second done")
first()
x = Logger("x")
x = Logger("x2")
y = [Logger(f"y{i}") for i in range(2)]
y = y[1:]
print("bye")
