import sys


def lines_of(func, *args, **options):
    seen = []

    def local(frame, event, arg):
        seen.append((event, frame.f_lineno - func.__code__.co_firstlineno))
        return options.get("answer", local) if options.get("answer") is not local else local

    def start(frame, event, arg):
        if frame.f_code is not func.__code__:
            return None
        seen.append((event, 0))
        for name in ("f_trace_lines", "f_trace_opcodes"):
            if name in options:
                setattr(frame, name, options[name])
        return local

    sys.settrace(start)
    try:
        func(*args)
    finally:
        sys.settrace(None)
    return seen


def target(n):
    a = n
    b = a + 1
    return b


print(lines_of(target, 1))
print(lines_of(target, 1, f_trace_lines=False))
print(lines_of(target, 1, f_trace_opcodes=True, f_trace_lines=False))
print(lines_of(target, 1, f_trace_opcodes=True))


def failing_trace(frame, event, arg):
    if event == "line":
        raise RuntimeError("from the trace function")
    return failing_trace


sys.settrace(failing_trace)
try:
    target(1)
except RuntimeError as error:
    print(error, sys.gettrace())
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next


def local_only(frame, event, arg):
    print("f_trace", event, frame.f_lineno)
    return local_only


def sets_own():
    frame = sys._getframe()
    frame.f_trace = local_only
    sys.settrace(lambda *args: None)
    x = 1
    y = 2
    sys.settrace(None)
    z = 3
    return frame.f_trace is local_only


print(sets_own())


def changes_locals(frame, event, arg):
    if event == "line" and "a" in frame.f_locals:
        frame.f_locals["a"] = 100
    return changes_locals


sys.settrace(changes_locals)
result = target(1)
sys.settrace(None)
print(result)
print(sys.call_tracing(target, (5,)))
