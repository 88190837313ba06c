def causes(error):
    while error:
        print(repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__), error.__suppress_context__)
        error = error.__cause__ or error.__context__
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("while handling")
except ValueError as error:
    causes(error)
try:
    try:
        1 / 0
    except ZeroDivisionError as inner:
        raise ValueError("from") from inner
except ValueError as error:
    causes(error)
try:
    try:
        {}["a"]
    except KeyError:
        raise ValueError("none") from None
except ValueError as error:
    causes(error)
try:
    try:
        [][0]
    finally:
        int("z")
except ValueError as error:
    causes(error)
try:
    raise OSError("x") from TypeError
except OSError as error:
    print(repr(error.__cause__))
try:
    raise OSError from 5
except TypeError as error:
    print(error)
a = ValueError("a")
try:
    try:
        raise a
    except ValueError:
        raise a
except ValueError as error:
    print(error.__context__)
e = ValueError("with notes")
e.add_note("note one")
e.add_note("note two")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
