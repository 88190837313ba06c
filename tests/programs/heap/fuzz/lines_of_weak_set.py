import weakref, traceback, sys
class A:
    def __hash__(self): raise ValueError('hash')
class B: pass
b = B(); c = B()
def go(what, f):
    print('==', what)
    try: f()
    except BaseException: traceback.print_exc(file=sys.stdout)
bad = [3]
def ws(): return weakref.WeakSet([b, c])
for bad in ([3], 3, [A()]):
    go('init', lambda: weakref.WeakSet(bad))
    for name in ['add', 'remove', 'discard', 'update', 'difference', 'difference_update', 'union', 'intersection', 'intersection_update', 'issubset', 'issuperset', 'symmetric_difference', 'symmetric_difference_update', 'isdisjoint', '__contains__', '__or__', '__and__', '__sub__', '__xor__', '__ior__', '__iand__', '__isub__', '__ixor__', '__le__', '__lt__', '__ge__', '__gt__', '__eq__', '__ne__']:
        go(name, lambda: getattr(ws(), name)(bad))
go('pop', lambda: weakref.WeakSet().pop())
go('cmp', lambda: ws() < 3)
go('or', lambda: ws() | 3)
