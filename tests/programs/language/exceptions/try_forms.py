def run(action):
    try:
        print("try")
        action()
    except ValueError as error:
        print("ValueError", error)
    except (KeyError, IndexError) as error:
        print("Lookup", type(error).__name__, error)
    else:
        print("else")
    finally:
        print("finally")
def r(e): raise e
run(lambda: None)
run(lambda: int("x"))
run(lambda: {}["k"])
run(lambda: [][1])
try:
    run(lambda: 1 / 0)
except ZeroDivisionError as error:
    print("escaped", error)
def ret():
    try:
        return "try"
    finally:
        print("cleanup")
print(ret())
def override():
    try:
        raise ValueError
    finally:
        return "finally wins"
print(override())
def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except KeyError as error:
        return f"caught {error}"
print(nested())
try:
    try:
        raise ValueError("first")
    except ValueError:
        print("re-raising")
        raise
except ValueError as error:
    print("again", error)
e = "outer"
try:
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as error:
    print(error)
for i in range(3):
    try:
        if i == 1: continue
        print("i", i)
    finally:
        print("f", i)
class My(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
try:
    raise My(7)
except Exception as error:
    print(error, error.code, error.args, repr(error))
try:
    raise
except RuntimeError as error:
    print(error)
for bad in ("text", 5, int):
    try:
        raise bad
    except TypeError as error:
        print(error)
try:
    try: raise ValueError
    except "not a class": pass
except TypeError as error:
    print(error)
