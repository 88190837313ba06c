x = 10
print(eval("x + 1"), eval("x + y", {"x": 1, "y": 2}), eval("[i for i in range(3)]"))
exec("z = x * 2\nprint('in exec', z)")
print(z)
ns = {}
exec("def f(a): return a + 1\nv = f(1)", ns)
print(ns["v"], ns["f"](5), sorted(k for k in ns if k != "__builtins__"))
code = compile("a = 1; b = a + 1", "<mine>", "exec")
out = {}
exec(code, {}, out)
print(out, code.co_filename, code.co_names)
def g():
    q = 5
    exec("q = 6")
    return q, eval("q")
print(g())
try:
    eval("1 +")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, repr(error.text))
try:
    exec("x = 1\nraise ValueError('in exec')")
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_filename, error.__traceback__.tb_next.tb_lineno)
print(eval(compile("3 * 4", "<e>", "eval")))
exec(compile("5 * 5\n'text'", "<s>", "single") if False else "pass")
print(locals() is globals(), "x" in globals())
def h():
    a, b = 1, 2
    return sorted(locals().items())
print(h())
