# TracebackException, StackSummary and linecache: exceptions and stacks as objects.
import traceback, sys

class Counted(Exception):
    def __str__(self):
        print('str of', self.args)
        return 'counted'

def f(n):
    if n == 0:
        raise Counted(1)
    f(n - 1)

try:
    f(6)
except Counted as e:
    te = traceback.TracebackException.from_exception(e, limit=3)
    print(te, te.exc_type_str)
    print(''.join(te.format()))
    te = traceback.TracebackException.from_exception(e, limit=-2)
    print(list(te.format_exception_only()), te.stack)

def group():
    try:
        raise ExceptionGroup('outer', [ValueError(i) for i in range(4)] + [ExceptionGroup('inner', [KeyError('k')])])
    except ExceptionGroup as e:
        return e

g = group()
te = traceback.TracebackException.from_exception(g, max_group_width=3)
print(''.join(te.format()))
te = traceback.TracebackException.from_exception(g, max_group_depth=1)
print(''.join(te.format()))
print(''.join(te.format_exception_only(show_group=True)))
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('k') from e
except KeyError as e:
    e.add_note('a note\nin two lines')
    te = traceback.TracebackException.from_exception(e)
    te.print(file=sys.stdout)
    te.print(file=sys.stdout, chain=False)
    print(te.__cause__.stack[0].line, te == traceback.TracebackException.from_exception(e))

def inner(k):
    a = 1
    return traceback.StackSummary.extract(traceback.walk_stack(None), limit=1, capture_locals=True)

print(inner(3).format(), [s.name for s in traceback.StackSummary.extract(traceback.walk_stack(None))])
print(len(list(traceback.walk_stack(sys._getframe()))))
import linecache
print(repr(linecache.getline('nowhere.py', 1)), linecache.lazycache('x.py', {}))
class Loader:
    def get_source(self, name): return 'first\nsecond\n'
print(linecache.lazycache('x.py', {'__name__': 'x', '__loader__': Loader()}), linecache.getlines('x.py'), linecache.cache['x.py'])
s = traceback.StackSummary.from_list([('x.py', 2, 'f', None), ('x.py', 2, 'f', 'given')])
print(s.format())
