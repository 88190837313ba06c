import traceback, sys
def f(n):
    if n: f(n-1)
    else: raise ValueError('deep')
try: f(6)
except ValueError as e:
    print(traceback.format_exc())
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception(e))
    print(traceback.format_exception_only(e))
    print(traceback.extract_tb(e.__traceback__))
    print(traceback.format_tb(e.__traceback__))
    te = traceback.TracebackException.from_exception(e)
    print(str(te), list(te.format())[-1], te.exc_type_str, te.stack[0].line, te.stack[0].name)
    print(list(traceback.walk_tb(e.__traceback__))[0][1])
def g():
    traceback.print_stack(file=sys.stdout)
    print(traceback.extract_stack()[-1].line)
    print(traceback.format_stack(limit=1))
g()
try:
    try: 1/0
    except Exception as e: raise KeyError('a') from e
except KeyError as e:
    traceback.print_exception(e, file=sys.stdout)
    traceback.print_exception(e, file=sys.stdout, chain=False, limit=1)
    traceback.print_exception(type(e), e, None, file=sys.stdout)
traceback.print_exc(file=sys.stdout)
print(traceback.format_exception(None))
try: compile('a b', 'x.py', 'exec')
except SyntaxError as e: print(''.join(traceback.format_exception_only(e))); te=traceback.TracebackException.from_exception(e); print(te.lineno, te.text, te.offset, te.msg)
eg = ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [TypeError('a\nb')])]); eg.add_note('n1\nn2')
print(''.join(traceback.format_exception(eg)))
print(''.join(traceback.format_exception_only(eg, show_group=True)))
print(traceback.StackSummary.from_list([('a.py', 3, 'f', ' x = 1 ')]).format())
print(traceback.FrameSummary('a.py', 3, 'f', line='x') == ('a.py', 3, 'f', 'x'))
try: traceback.format_exception(3)
except TypeError as e: print(e)
