# Writes what the built-in types of this CPython have: each attribute's name and its __text_signature__.
# `python3.13 api.py FILE`
import builtins
import json
import sys
import types
import weakref

NAMED = [
    types.FunctionType, types.MethodType, types.GeneratorType, types.ModuleType, types.CellType, types.CodeType,
    types.FrameType, types.TracebackType, types.MappingProxyType, types.SimpleNamespace, types.GenericAlias,
    types.UnionType, types.NoneType, types.EllipsisType, types.NotImplementedType, types.BuiltinFunctionType,
    types.CoroutineType, types.AsyncGeneratorType, weakref.ReferenceType, weakref.ProxyType,
    weakref.CallableProxyType, type({}.keys()), type({}.values()), type({}.items()), type(iter([])), type(iter(())),
    type(iter({})), type(iter(set())), type(iter(range(1))), type(iter("")),
]

found = [value for name, value in vars(builtins).items() if isinstance(value, type) and value.__name__ == name]
table = {
    cls.__name__: {name: getattr(value, "__text_signature__", None) for name, value in sorted(vars(cls).items())}
    for cls in sorted([*found, *NAMED], key=lambda cls: cls.__name__)
}
with open(sys.argv[1], "w") as file:
    json.dump(table, file, indent=0, sort_keys=True)
    file.write("\n")
