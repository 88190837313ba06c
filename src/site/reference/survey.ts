// A program that the simulator runs on itself while the site is built: what its built-in types and modules have,
// as JSON on stdout. Asking the running interpreter, not the tables behind it, covers what is written in TypeScript
// and what is written in Python alike, and cannot say more than is there.

/** Begins with the assignment `MODULES = [...]`, the names of the modules to look at. */
export const surveySource = `
import importlib, inspect, json, sys, types, weakref, builtins

def sentence(obj):
    doc = obj.__doc__ if isinstance(getattr(obj, '__doc__', None), str) else ''
    return ' '.join(doc.split('\\n\\n')[0].split())

def signature(obj):
    try:
        return str(inspect.signature(obj))
    except (ValueError, TypeError):
        return ''

DATA = (types.GetSetDescriptorType, types.MemberDescriptorType, property)

def member(name, obj):
    if isinstance(obj, DATA):
        return {'name': name, 'kind': 'attribute', 'signature': '', 'doc': sentence(obj)}
    if isinstance(obj, type):
        return {'name': name, 'kind': 'class', 'signature': signature(obj), 'doc': sentence(obj)}
    if callable(obj):
        return {'name': name, 'kind': 'function', 'signature': signature(obj), 'doc': sentence(obj)}
    if isinstance(obj, (classmethod, staticmethod)):
        return member(name, obj.__func__)
    return {'name': name, 'kind': 'data', 'signature': '', 'doc': ''}

def type_data(name, cls):
    members = [member(key, vars(cls)[key]) for key in sorted(vars(cls), key=lambda key: (key[:2] == '__', key))
               if key not in ('__doc__', '__module__', '__static_attributes__', '__firstlineno__')]
    return {'name': name, 'doc': sentence(cls), 'base': cls.__base__.__name__ if cls.__base__ else '', 'members': members}

def has(module, key):
    try:
        return hasattr(module, key)
    except ImportError:
        # Made when first asked for, out of a module that is not there.
        return False

def module_data(name):
    module = importlib.import_module(name)
    names = getattr(module, '__all__', None)
    if names is None:
        names = [key for key in dir(module) if key[0] != '_' and not isinstance(getattr(module, key), types.ModuleType)]
    members = [member(key, getattr(module, key)) for key in sorted(set(names)) if has(module, key)]
    return {'name': name, 'doc': sentence(module), 'members': members}

def a_generator():
    yield

async def a_coroutine():
    pass

async def an_async_generator():
    yield

TYPES = {value.__name__: value for value in vars(builtins).values()
         if isinstance(value, type) and value.__name__[0] != '_'}
for cls in [types.FunctionType, types.MethodType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType,
            types.ModuleType, types.CellType, types.CodeType, types.FrameType, types.TracebackType,
            types.MappingProxyType, types.SimpleNamespace, types.GenericAlias, types.UnionType, types.NoneType,
            types.EllipsisType, types.NotImplementedType, types.BuiltinFunctionType, weakref.ReferenceType,
            weakref.ProxyType, weakref.CallableProxyType, type({}.keys()), type({}.values()), type({}.items())]:
    TYPES[cls.__name__] = cls

functions = [member(name, value) for name, value in sorted(vars(builtins).items())
             if name[0] != '_' and callable(value) and not isinstance(value, type)]
print(json.dumps({
    'functions': functions,
    'types': [type_data(name, TYPES[name]) for name in sorted(TYPES, key=str.lower)],
    'modules': [module_data(name) for name in MODULES],
}))
`
