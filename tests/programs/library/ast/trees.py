import ast
src='''
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
t=ast.parse(src)
print(ast.dump(t))
print(ast.dump(t, indent=2)[:1500])
print(ast.dump(ast.parse("x = 1 + 2"), include_attributes=True))
print(ast.dump(ast.parse("f(x)"), annotate_fields=False))
print(ast.dump(ast.parse("f(x)"), show_empty=True))
for s in ("1", "[1, 'a', (2, 3), {4: {5}}, None, True, -1, 1+2j]", "set()", "b'x'", "f(1)", "1+2", "x", "{**a}", "  3", "...", "[", "-'a'", "{1: 2, **3}"):
    try: print(s, ast.literal_eval(s))
    except Exception as e: print(s, type(e).__name__, str(e)[:60])
class V(ast.NodeVisitor):
    def visit_Name(self, n): print(n.id, n.lineno, n.col_offset, type(n.ctx).__name__)
V().visit(ast.parse("a = b + c(d)"))
class T(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value*2), n)
    def visit_Pass(self, n): return None
tree=ast.fix_missing_locations(T().visit(ast.parse("print(1+2)\npass\nprint('ab')")))
exec(compile(tree, '<t>', 'exec'))
e=ast.Expression(ast.BinOp(ast.Constant(3), ast.Mult(), ast.Name('x')))
print(eval(compile(ast.fix_missing_locations(e),'<e>','eval'),{'x':5}))
print([type(n).__name__ for n in ast.walk(ast.parse("a.b[c]"))])
print(ast.get_docstring(t.body[0]), ast.get_source_segment("x = foo(1)", ast.parse("x = foo(1)").body[0].value))
n=ast.Name('q'); print(n._fields, n.ctx, ast.Name.__mro__, isinstance(n, ast.expr), n.__match_args__)
match ast.parse("1", mode='eval'):
    case ast.Expression(body=ast.Constant(value=v)): print(v)
try: compile(ast.Module([ast.Expr(ast.Name('x'))],[]),'f','exec')
except TypeError as e: print(e)
try: ast.parse("1 +")
except SyntaxError as e: print(e)
print(ast.increment_lineno(ast.parse("a"),3).body[0].lineno, list(ast.iter_fields(ast.Constant(1))))
