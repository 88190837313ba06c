def parse(text):
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return text
print([parse(t) for t in ("1", "2.5", "x")])
def outer():
    try:
        try:
            raise KeyError("k")
        except IndexError:
            print("never")
        finally:
            print("inner finally")
    except LookupError as error:
        print("outer", type(error).__name__)
        try:
            raise ValueError("in handler")
        except ValueError as second:
            print(repr(second.__context__))
    return "done"
print(outer())
import sys
def current(): return sys.exception()
try:
    1 / 0
except ZeroDivisionError:
    print(repr(current()))
    try:
        int("x")
    except ValueError:
        print(repr(current()), repr(current().__context__))
    print(repr(current()))
print(current())
def gen():
    try:
        yield 1
    except ValueError:
        print("gen sees", repr(current()))
        yield 2
g = gen()
next(g)
try:
    raise KeyError
except KeyError:
    g.throw(ValueError("thrown"))
    print(repr(current()))
for exc in (SystemExit, KeyboardInterrupt, GeneratorExit):
    try:
        raise exc
    except Exception:
        print("never")
    except BaseException as error:
        print(type(error).__name__)
