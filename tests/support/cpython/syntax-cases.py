"""Answers for the cases in tests/syntax: reads JSON from stdin, writes JSON to stdout.

In: a list of {"source", "mode"}. Out, for each: {"tree"} or {"error"}, and {"warnings"}.
The texts have the form of src/simulator/syntax/dump.ts.
"""

import ast
import decimal
import json
import sys
import warnings

OPERATORS = (ast.operator, ast.unaryop, ast.cmpop, ast.boolop, ast.expr_context)
LEFT_OUT = ("type_comment", "type_ignores")


def number(value):
    if value in (float("inf"),):
        return "Infinity"
    if value == 0:
        return "0e+0"
    digits = decimal.Decimal(repr(value)).normalize()
    sign, figures, exponent = digits.as_tuple()
    figures = "".join(map(str, figures))
    point = "." + figures[1:] if len(figures) > 1 else ""
    return f"{figures[0]}{point}e{exponent + len(figures) - 1:+d}"


def constant(value):
    if value is None or value is ...:
        return "None" if value is None else "Ellipsis"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return f"int {value}"
    if isinstance(value, float):
        return f"float {number(value)}"
    if isinstance(value, complex):
        return f"complex {number(value.imag)}"
    if isinstance(value, bytes):
        return "bytes " + json.dumps(value.decode("latin-1"), ensure_ascii=False)
    return "str " + json.dumps(value, ensure_ascii=False)


def write(node, indent, label, lines):
    plain, children = [], []
    for name in sorted(node._fields, key=lambda name: field_name(node, name)):
        if name in LEFT_OUT:
            continue
        value = getattr(node, name)
        shown = field_name(node, name)
        if name == "value" and isinstance(node, (ast.Constant, ast.MatchSingleton)):
            plain.append(f"{shown}={constant(value)}")
        elif isinstance(value, list):
            if value and isinstance(value[0], str):
                plain.append(f"{shown}=[{', '.join(value)}]")
            elif value and isinstance(value[0], OPERATORS):
                plain.append(f"{shown}=[{', '.join(type(item).__name__ for item in value)}]")
            else:
                children += [(f"{shown}[{index}]", item) for index, item in enumerate(value)]
        elif isinstance(value, OPERATORS):
            plain.append(f"{shown}={type(value).__name__}")
        elif isinstance(value, ast.AST):
            children.append((shown, value))
        elif value is not None:
            plain.append(f"{shown}={value}")
    parts = [type(node).__name__, *plain]
    if node._attributes:
        parts.append(f"{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}")
    lines.append(indent + label + " ".join(parts))
    for name, child in children:
        if child is None:
            lines.append(f"{indent}  {name}: None")
        else:
            write(child, indent + "  ", name + ": ", lines)


def field_name(node, name):
    return "u" if name == "kind" and isinstance(node, ast.Constant) else name


def answer(source, mode):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            lines = []
            write(ast.parse(source, "<case>", mode), "", "", lines)
            found = {"tree": "\n".join(lines) + "\n"}
        except SyntaxError as error:
            place = f"{error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset}"
            found = {"error": f"{type(error).__name__} {place}\n{error.msg}\n"}
    shown = [f"{warning.lineno}: {warning.message}\n" for warning in caught]
    found["warnings"] = "".join(dict.fromkeys(shown))
    return found


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"needs Python 3.13, but this is {sys.version.split()[0]}")
    cases = json.load(sys.stdin)
    json.dump([answer(case["source"], case["mode"]) for case in cases], sys.stdout)
