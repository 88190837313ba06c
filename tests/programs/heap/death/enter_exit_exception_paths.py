class R:
    def __init__(self, n, fail=""):
        if fail == "init": raise ValueError(f"init {n}")
        self.n, self.fail = n, fail
    def __enter__(self):
        if self.fail == "enter": raise ValueError(f"enter {self.n}")
        return self
    def __exit__(self, *a):
        if self.fail == "exit": raise ValueError(f"exit {self.n}")
    def __del__(self): print("del", getattr(self, "n", "?"))
for fail in ("", "init", "enter", "exit"):
    try:
        with R(1, fail) as r, R(2) as s:
            print("body")
    except ValueError as error:
        print("caught", error)
    finally:
        r = s = None
    print("--", fail or "none")
