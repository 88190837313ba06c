# All tokens of small texts, with their places and lines.
import io
import tokenize


def show(source):
    print(repr(source))
    try:
        for token in tokenize.generate_tokens(io.StringIO(source, newline="").readline):
            print("  ", tuple(token), tokenize.tok_name[token.exact_type])
    except Exception as error:
        print("  ", type(error).__name__, error.args)


for source in (
    '',
    '\n',
    'x',
    '# c',
    '# c\n',
    'x # c',
    'if x:\n  y\n\n  # k\n z\n',
    'if x:\n  y\n# k\nz',
    'if x:\n\ty',
    '(1,\n # a\n\n2)\n',
    "a = '''x\ny''' + b\nc",
    'x\\\n+y\n',
    '(',
    "'abc",
    "'''abc\n",
    'a $ b ? c ! d',
    'x = 1\r\ny\r\n\r\n# c\r\n',
    '\xe9 = "\xfc" + b\n',
    "f'a{b!r:>{w}}c' 'd'\n",
    'f\'\'\'a\n{b}\n\'\'\' + f"{{x}}"\n',
    'x = 0777\n',
    ')',
    '(]',
    'a \x0c b\n',
    '   \n',
    '  # c\nx\n',
    'if a:\n  b\n c\n',
    'async def f(): await x\n',
    'match x:\n  case 1: pass\n',
    '1_000j 0xff 1e5 1.5 .5\n',
    'x=1;\\\n',
    '\\',
    '\\ x',
    "f'{x",
    "f'{x'",
    "f'}'",
    'a\x00b',
    'def f():\n  if x:\n    y',
    '1if 2else 3',
    '\ufeffx',
    'a\n\\\nb\n',
    'x = `a`',
    "x = 'a\\\nb'\n",
    'if x:\n        y\n\tz\n',
    "f'{a=}'",
    "f'{a:\n}'",
    '\u03b11 = 2',
    '\u20ac',
    "x = rb'a' Rb'b' u'c'\n",
    "f'\\N{DIGIT ONE}{x}{{'\n",
    'a->b:=c**=d//=e...f<>g!=h\n',
    'if 1:\n  a\n  \\\n  b\n',
    '(\n)\n#\n',
    'x\n\n\n',
):
    show(source)
