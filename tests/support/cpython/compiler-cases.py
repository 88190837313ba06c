"""Records CPython's bytecode, for tests/compiler.

Run by record-compiler.ts: reads a JSON list of {source, mode, optimize} from standard input and writes one of
{dis, tables, warnings} or {error, warnings}. `dis` is what dis.dis prints, without addresses; `tables` has what it
does not show: see report().
"""
import dis
import io
import json
import re
import sys
import types
import warnings


def without_address(text):
    return re.sub(r" at 0x[0-9a-f]+", "", text)


def report(code):
    """Names, sizes and the packed tables of a code object and those in it."""
    counts = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    lines = [
        f"{code.co_qualname}, line {code.co_firstlineno}",
        f"  arguments {counts}, flags {code.co_flags:#x}, stack {code.co_stacksize}",
        f"  consts {without_address(repr(code.co_consts))}",
        f"  names {code.co_names}",
        f"  locals {code.co_varnames}, cells {code.co_cellvars}, free {code.co_freevars}",
        f"  locations {code.co_linetable.hex()}",
    ]
    if code.co_exceptiontable:
        lines.append(f"  exceptions {code.co_exceptiontable.hex()}")
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            lines += report(constant)
    return lines


def answer(source, mode, optimize):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            code = compile(source, "<case>", mode, dont_inherit=True, optimize=optimize)
        except SyntaxError as e:
            place = [-1 if x is None else x for x in (e.lineno, e.offset, e.end_lineno, e.end_offset)]
            line, offset, end_line, end_offset = place
            found = {"error": f"{type(e).__name__} {line}:{offset}-{end_line}:{end_offset}\n{e.msg}\n"}
        else:
            printed = io.StringIO()
            dis.dis(code, file=printed)
            found = {"dis": without_address(printed.getvalue()), "tables": "\n".join(report(code)) + "\n"}
    shown = [f"{w.lineno}: {w.message}\n" for w in caught if w.category is SyntaxWarning]
    return found | {"warnings": "".join(shown)}


json.dump([answer(**question) for question in json.load(sys.stdin)], sys.stdout)
