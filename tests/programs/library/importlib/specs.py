# Where modules come from: __spec__, __loader__, find_spec, linecache.
import collections
import gc
import importlib.util
import linecache
import os
import sys
import types

print(__spec__, gc.__spec__, gc.__loader__, repr(gc.__package__))
print(os.__spec__.origin, os.__spec__.parent == "", gc.__spec__ is gc.__spec__, sys.__spec__.has_location)
spec = collections.__spec__
print(type(spec), spec.name, type(spec.loader), spec.parent, spec.has_location, len(spec.submodule_search_locations))
print(types.ModuleType("x").__spec__, types.ModuleType("gc").__loader__)
for name in ("json", "nothing_here", "json.nothing", "gc", "gc.x", "__main__", "json.decoder"):
    try:
        found = importlib.util.find_spec(name)
        print(found and (found.name, found.has_location, found.parent))
    except (ImportError, ValueError) as error:
        print(type(error).__name__, error)
made = importlib.util.module_from_spec(importlib.util.spec_from_loader("virtual", None))
print(made, made.__spec__, importlib.util.resolve_name(".b", "a"))
again = importlib.util.module_from_spec(importlib.util.find_spec("colorsys" if False else "keyword"))
again.__spec__.loader.exec_module(again)
print(again.__name__, again.iskeyword("for"), again is sys.modules.get("keyword"))
print(linecache.getline(__file__, 3), end="")
print(repr(linecache.getline(__file__, 999)), len(linecache.getlines(__file__)))
linecache.cache["<mine>"] = (10, None, ["def q():\n", "  return 1 / 0\n"], "<mine>")
names = {}
exec(compile("def q():\n  return 1 / 0\n", "<mine>", "exec"), names)
import inspect

print(inspect.getsource(names["q"]))
