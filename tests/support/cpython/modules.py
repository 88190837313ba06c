# Writes the public names of this CPython's standard modules, which the reference page compares with the simulator's.
# `python3.13 modules.py FILE`
import importlib
import io
import json
import sys
import warnings
from contextlib import redirect_stderr, redirect_stdout
from types import ModuleType

# Importing them does something: opens a window or a browser, prints, ends the process.
LOUD = {"antigravity", "idlelib", "this", "tkinter", "turtle", "turtledemo", "__main__"}
PARTS = [
    "collections.abc", "importlib.util", "json.decoder", "json.encoder", "os.path", "typing.io", "unittest.mock",
    "asyncio.tasks",
]


def public_names(module):
    named = getattr(module, "__all__", None)
    if named is None:
        named = [name for name in dir(module) if name[0] != "_" and not isinstance(getattr(module, name), ModuleType)]
    return sorted(set(named))


names = [name for name in sorted(sys.stdlib_module_names) if name[0] != "_" and name not in LOUD]
table = {}
with warnings.catch_warnings(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
    warnings.simplefilter("ignore")
    for name in [*names, "__future__", *PARTS]:
        try:
            table[name] = public_names(importlib.import_module(name))
        except (ImportError, OSError):
            # Of another operating system, or not built.
            continue
with open(sys.argv[1], "w") as file:
    lines = [f"  {json.dumps(name)}: {json.dumps(' '.join(found))}" for name, found in sorted(table.items())]
    file.write("{\n" + ",\n".join(lines) + "\n}\n")
