def f():
    error = ValueError("bad value")
    error.add_note("Hint: try a number")
    error.add_note("two\nlines")
    raise error
try:
    f()
finally:
    print("finally runs first")
