class A:
    def __del__(self):
        1 / 0
class B:
    def __del__(self):
        self.helper(3)
    def helper(self, n):
        if n:
            return self.helper(n - 1)
        raise RuntimeError("deep\nmessage")
class C:
    def __del__(self):
        self.missing
class D:
    def __del__(self):
        try:
            {}["k"]
        except KeyError:
            raise OSError("second")
class E:
    def __del__(self):
        raise SystemExit(3)
class F:
    def __del__(self, extra):
        pass
class G:
    __del__ = None
class H:
    __del__ = staticmethod(lambda: print("static del"))
class I:
    def __repr__(self): return "<I repr>"
    def __del__(self): raise Exception
for cls in (A, B, C, D, E, F, G, H, I):
    cls()
    print("next")
