# Writes src/simulator/objects/tables/immortal-strings.ts: the strings of more than one character that this CPython has
# interned for good before a program begins. `python3.13 immortal-strings.py FILE`
#
# They cannot be listed from inside; so every word of the interpreter's own files is asked for, in a process that has
# imported nothing but what a program finds imported. To ask does not change the answer: a word that is not interned
# yet becomes mortal.
import os
import pathlib
import re
import subprocess
import sys
import sysconfig
import tempfile

IMMORTAL = (1 << 32) - 1
# Its own names become immortal as well: they are such as are immortal anyway.
PROBE = f"""
import sys
for name in open(sys.argv[1], encoding="utf-8"):
    name = sys.intern(name[:-1])
    if len(name) > 1 and sys.getrefcount(name) == {IMMORTAL}:
        print(name)
"""

library = pathlib.Path(os.__file__).parent
binaries = [pathlib.Path(sys.executable).resolve(), *library.glob("lib-dynload/*.so")]
binaries += pathlib.Path(sysconfig.get_config_var("LIBDIR")).glob("libpython3.13.so*")
words = set()
for binary in binaries:
    for text in re.findall(rb"[\x20-\x7e]{2,60}", binary.read_bytes()):
        words.add(text.decode())
        words.update(re.findall(r"\w+", text.decode()))
for folder in ("", "asyncio", "collections", "encodings", "importlib"):
    for source in (library / folder).glob("*.py"):
        words.update(re.findall(r"\w+", source.read_text(encoding="utf-8", errors="replace")))

with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as candidates:
    candidates.write("".join(f"{word}\n" for word in sorted(words) if word.isprintable()))
    candidates.flush()
    result = subprocess.run([sys.executable, "-I", "-c", PROBE, candidates.name], capture_output=True, text=True, check=True)
# What can be a constant of a program that is interned, or an attribute.
found = sorted(word for word in result.stdout.splitlines() if re.fullmatch(r"\w+", word, re.ASCII))
lines, line = [], ""
for word in found:
    if len(line) + len(word) > 100:
        lines.append(line)
        line = ""
    line += f"{word} "
lines.append(line)
body = "\n".join(each.rstrip() for each in lines)
with open(sys.argv[1], "w") as file:
    file.write(
        f"""/**
 * The identifiers that CPython 3.13 has interned for good when a program begins: names of its types, functions and
 * frozen modules. Such a string is immortal, so `sys.getrefcount("name")` is 4294967295; written by
 * tests/support/cpython/immortal-strings.py.
 */
const words = `
{body}
`

export const immortalStrings: ReadonlySet<string> = new Set(words.trim().split(/\\s+/))
"""
    )
print(len(found), "strings")
