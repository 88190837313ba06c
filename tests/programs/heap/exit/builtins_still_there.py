import sys
class R:
    def __del__(self):
        print("len", len([1, 2]), sorted([2, 1]), isinstance(1, int), type(self).__name__)
        print(f"formatted {3:>4}", "x".join("ab"), [i for i in range(3)])
        try:
            {}["missing"]
        except KeyError as error:
            print("caught", error)
        class Local: pass
        print(Local.__name__, (lambda: "lambda")())
r = R()
