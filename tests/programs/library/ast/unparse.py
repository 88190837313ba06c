import ast
src=r'''
@deco(1)
def f(a, /, b: int = 2, *args, c, d=None, **kw) -> str:
    """Doc."""
    x: int = 3
    y += 1
    if a and not b: return [i for i in range(3) if i]
    elif a < b <= c: pass
    with open(a) as g, h: print(f"{x!r:>{w}} {y}")
    try: raise ValueError from e
    except (A, B) as e: del x[1:2], y.z
    else: pass
    finally: global q
    match a:
        case [1, *rest] | {"k": v, **r}: pass
        case P(x, y=None): pass
    return lambda *a: (yield)
class C[T](Base, metaclass=M):
    async def g(self):
        await x
        async for i in y: break
type X[T: int] = list[T]
'''
print(ast.unparse(ast.parse(src)))
for e in ["a+b*c","(a+b)*c","-x**2","(-x)**2","not a == b","a if b else c","lambda: 0","(yield)","x[1:2, ::3]","x[(1,)]","x[a]","1 .real","f(*a, **k)","{1:2, **d}","{*a}","[*a, b]","(a, b)","()","(a,)","a < b < c","a and b or c","a or (b and c)","(a or b) and c","await x","x := 1","f'{a!r:>10} {{}}'",'f"{d[\'k\']}"',"'it\\'s'","'a\\nb'","b'x'","1e500","2j","...","None","a @ b","~a","a // b % c","a << b | c","x.y.z()","[i for i in x if i if j]","{i: j for i in x}","(i for i in x)","f(i for i in x)","a is not b","a not in b","lambda a, *b, c=1, **d: a","u'x'","(a := 3) + 1","-(-1)","a - (b - c)","a ** b ** c","(a ** b) ** c","(lambda: 0)()", "(a, b)[0]","not (not a)", "print((yield x))"]:
    try: print(ast.unparse(ast.parse(e)))
    except SyntaxError as x: print(e, x)
print(ast.unparse(ast.parse("""
async def f():
    async with a as b, c: return 1, 2
    for x, y in z: continue
    else: pass
    while True: break
    raise
    import a.b as c, d
    from . import x
    from ..y import *
    nonlocal q
    assert a, 'm'
    x = y = 1, 2
    (z): int
    a.b: int = 3
    try: pass
    except* E: pass
    yield
    x = yield 1
    del a, b[0]
    global g
    return
class A: pass
@d
class B(C, k=1):
    '''Doc "quoted" '''
    x = 1
    def m(self): 'one'
""")))
