import importlib
import string
import sys

string.digits = "changed"
string.added = 1
again = importlib.reload(string)
print(again is string, string.digits, string.added)
for wrong in ("string",):
    try:
        importlib.reload(wrong)
    except TypeError as error:
        print(error)
del sys.modules["string"]
try:
    importlib.reload(string)
except ImportError as error:
    print(error, error.name)
print(importlib.import_module("json.decoder").__name__, importlib.import_module(".decoder", "json").__name__)
