try:
    exec("x = (\n1,\n2 3)\n")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text), e.filename)
    print(e)
try:
    compile("def f(:\n  pass", "named.py", "exec")
except SyntaxError as e:
    print(e, e.args[0])
try:
    eval("a = 1")
except SyntaxError as e:
    print(e.msg)
try:
    exec("if 1:\nx")
except IndentationError as e:
    print(type(e).__name__, e.msg, e.lineno)
try:
    exec("if 1:\n\tx\n        y")
except TabError as e:
    print(type(e).__name__, e.msg)
