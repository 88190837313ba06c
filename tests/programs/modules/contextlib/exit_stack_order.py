from contextlib import ExitStack, contextmanager, suppress, closing
log = []
@contextmanager
def r(n):
    log.append(f"+{n}")
    try: yield n
    finally: log.append(f"-{n}")
with ExitStack() as s:
    names = [s.enter_context(r(n)) for n in "abc"]
    s.callback(log.append, "cb")
print(names, log)
log.clear()
try:
    with ExitStack() as s:
        s.enter_context(r("x"))
        s.push(lambda t, v, tb: log.append(t.__name__) or True)
        s.enter_context(r("y"))
        raise ValueError
except ValueError: print("never")
print(log)
log.clear()
with ExitStack() as s:
    s.enter_context(r("kept"))
    moved = s.pop_all()
print(log)
moved.close()
print(log)
try:
    with ExitStack() as s:
        s.callback(lambda: 1 / 0)
        s.callback(lambda: int("x"))
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
with suppress(KeyError) as v:
    print(v)
    {}["a"]
print("end")
