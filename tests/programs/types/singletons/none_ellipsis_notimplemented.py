print(None, ..., Ellipsis, NotImplemented, type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
print(type(None)() is None, type(...)() is ..., None == None, bool(None), bool(...), hash(None) == hash(None))
for action in ('None.x', 'None + 1', 'x = None; x[0]', 'None()', 'len(None)', 'for i in None: pass', 'None < 1', 'None.__class__()', '(...).y', 'object().z', 'del None.x', 'None.x = 1', 'x, y = None', 'print(*None)', 'None @ None', '-None', 'None["a"] = 1', 'del None[0]', '1 in None'):
    try:
        exec(action.replace("None(", "(lambda v: v)(None)("))
        print("fine", action)
    except Exception as error:
        print(type(error).__name__, error)
print(repr(True), str(False), True + 1, True == 1, isinstance(True, bool), bool("False"), int(True), True & False, True ^ True, ~5, True is (1 == 1), bool.__bases__[0].__name__)
print(object() == object(), isinstance(None, object), [None, ...], {None: 1}[None])
