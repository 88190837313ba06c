# await outside of functions, trees with constants computed, paths and flags of compile(); small things of types.
import ast, asyncio, types, inspect
async def main():
    pass
code = compile('x = await asyncio.sleep(0, 5)\nprint(x)\nasync with Lock() as l: print(l)\n[print(i) async for i in agen()]', '?', 'exec', flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
print(code.co_flags & inspect.CO_COROUTINE)
class Lock:
    async def __aenter__(self): return 'entered'
    async def __aexit__(self, *a): pass
async def agen():
    yield 1
    yield 2
g = dict(globals())
co = eval(code, g)
print(type(co), co.__name__)
asyncio.run(co)
co = types.FunctionType(code, g)()
asyncio.run(co)
for text in ['await x', 'def f(): await x', '[a async for a in b]']:
    for flags in 0, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT:
        try: print(compile(text, '?', 'exec', flags).co_flags)
        except SyntaxError as e: print(e)
print(ast.dump(compile('a*(1+2)', '?', 'eval', ast.PyCF_OPTIMIZED_AST)))
print(ast.dump(compile(ast.parse('a*(1+2)'), '?', 'exec', ast.PyCF_OPTIMIZED_AST)))
class P:
    def __fspath__(self): return 'path.py'
print(compile('1', P(), 'eval').co_filename)
for x in ["compile('1','f','eval',0xff)", "types.coroutine(1)","type('a\udc00',(),{})","type('a',(),{'__doc__':'x\udc00'})","types.MappingProxyType[int,str]", "type.__new__(type)", "None.__ne__(None)", "None.__ne__(1)", "types.SimpleNamespace({1:2})", "types.SimpleNamespace([('a',1)])", "compile('1', 5, 'eval')"]:
    try: print(eval(x))
    except Exception as e: print(type(e), ascii(str(e)))
try: 1/0
except ZeroDivisionError as e: print(dir(e.__traceback__))
@types.coroutine
def duck(): return main()
async def use(): return await duck()
print(asyncio.run(use()))
class S(types.SimpleNamespace): pass
print(type(S(a=1).__replace__(a=2)))
A = type('A', (), {'__firstlineno__': 42}); A.__module__ = 'm'; print('__firstlineno__' in A.__dict__)
import ast
s='print(__debug__)\nassert 0'
for o in -1,0,1,2:
    for t in s, ast.parse(s):
        try: exec(compile(t,'x','exec',optimize=o))
        except AssertionError: print('raised')
class C:
    def getDict(self): return {'a':2}
    __dict__ = property(fget=getDict)
print(C().__dict__, vars(C()))
c=C(); c.x=1; print(c.x)
