# Tokens as text again, with their places and without; the encoding of source that is read as bytes.
import io
import token
import tokenize

source = '''# -*- coding: latin-1 -*-
def f(a, *b, **c):  # comment
    if a:
        return [a,
                b]   \\
            + 1
    x = f"{a!r:>{b}} {{}} \\N{DASH}" 'more'
\ty = 1

class A: pass
'''.replace("\\N{DASH}", "\\\\")
data = source.replace("\ty", "    y").encode()
tokens = list(tokenize.tokenize(io.BytesIO(data).readline))
print(tokens[0])
print(tokens[2], tokens[2].exact_type == token.NAME, tokens[4].exact_type == token.LPAR)
print(tokenize.untokenize(tokens) == data)
short = tokenize.untokenize([each[:2] for each in tokens])
print(short.decode())
print([each[:2] for each in tokenize.tokenize(io.BytesIO(short).readline)] == [each[:2] for each in tokens])
for lines in (
    [],
    [b"x\n"],
    [b"\xef\xbb\xbfx\n"],
    [b"# coding=utf8\n", b"x\n"],
    [b"#!/usr/bin/python\n", b"# vim: set fileencoding: iso-latin-1-unix :\n", b"x\n"],
    [b"x\n", b"# coding: latin-1\n"],
    [b"# coding: nothing\n"],
    [b"\xef\xbb\xbf# coding: latin-1\n"],
    [b"\xff\n"],
    [b"# coding: Latin_1\n"],
):
    waiting = iter(lines)
    try:
        print(tokenize.detect_encoding(lambda: next(waiting)))
    except SyntaxError as error:
        print("SyntaxError", error)
print(token.tok_name[token.OP], token.ISEOF(0), token.ISTERMINAL(5), token.N_TOKENS, token.EXACT_TOKEN_TYPES["->"])
for wrong in (b"x", "x"):
    try:
        read = iter([wrong]).__next__
        print(*(tokenize.generate_tokens if isinstance(wrong, bytes) else tokenize.tokenize)(read))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
try:
    tokenize.untokenize([(1, "b", (1, 1), (1, 2), ""), (1, "a", (1, 0), (1, 1), "")])
except ValueError as error:
    print(error)


# A made-up language: names of units after numbers.
def with_units(text):
    result = []
    for kind, string, *_ in tokenize.generate_tokens(io.StringIO(text).readline):
        if result and kind == token.NAME and result[-1][0] == token.NUMBER:
            result.append((token.OP, "*"))
        result.append((kind, string))
    return tokenize.untokenize(result)


print(with_units("total = 3 metre + 20 cm"))
