"""Runs the session cells of a lesson one after the other in one `__main__`, as a notebook does.

    python -u session.py first-id second-id …

The source of a cell is in `<id>.cell` in the current folder. The value of a cell's last expression is printed by
repr, None is not, and nothing keeps it; an uncaught exception is printed and ends only its cell. After each cell
a record separator (U+001E) is written, and before it a group separator (U+001D) if an exception ended the cell.
"""

import _ast
import builtins
import gc
import linecache
import os
import sys
import traceback  # noqa: F401  loaded before the first cell, which may look at what is allocated
import types

ONLY_AST = 0x400


def show(value):
    if value is not None:
        print(repr(value))


def parts(source, name):
    """The cell's code: its statements, and its last expression compiled so that the value is shown."""
    tree = compile(source, name, 'exec', ONLY_AST, dont_inherit=True)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], _ast.Expr) else None
    yield compile(tree, name, 'exec', dont_inherit=True)
    if last is not None:
        yield compile(_ast.Interactive([last]), name, 'single', dont_inherit=True)


def run(source, name, names):
    try:
        for code in parts(source, name):
            exec(code, names)
    except SystemExit:
        pass
    except BaseException as error:
        # The frames of this file are no part of the reader's traceback.
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_globals is globals():
            trace = trace.tb_next
        sys.excepthook(type(error), error.with_traceback(trace), trace)
        sys.stderr.flush()
        os.write(1, b'\x1d')


def main(ids):
    driver = sys.modules['__main__']
    main = types.ModuleType('__main__')
    main.__dict__.update(__builtins__=builtins, __annotations__={})
    sys.modules['__main__'] = main
    sys.displayhook = show
    sys.argv = ['']
    gc.collect()
    for name in ids:
        with open(f'{name}.cell', encoding='utf-8', newline='') as file:
            source = file.read()
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        run(source, name, main.__dict__)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(1, b'\x1e')
    return driver


keep = main(sys.argv[1:])
