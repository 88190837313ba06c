# Texts with mistakes, and what comes before these.
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
    'abc\n\\ x\n',
    'abc = \\ x y z\n',
    'x\nabc = \\ x y z\nq\n',
    '(\n1\n',
    'x\n(\n1\n\n',
    'x = f"""\nabc{x\n',
    '1abc',
    '0x',
    '1__0 ',
    '0_7',
    '1.e',
    '0b12',
    '1_ ',
    '09.5',
    '00',
    'x\n\\\n',
    'if x:\n\ty\n        z\n',
    'x = (1 + \\\n',
    '\x01',
    'x = "abc\n',
    '"a\\"',
    'x\n y\n',
    '0o8',
    '0xg',
    '1e+',
    'x = 5 # \xe9\n',
    "f'{x!r:{y}}' f'{{'",
    "a = f'\xe9{b}\xfc'\n",
    "'\xe9' x\n",
    "x\n'''\xe9\n\xfc''' + \xfc\n",
    "f'{\n1}'",
    "f'{1:{2}'",
    '  \n  ',
    'if 1:\n    a\n    ',
    '#a\n  #b',
    'x \\\n\n',
    "f'{a''}'",
    'f"{f\'{f\'\'}\'}"\n',
    "rf'\\{x}'\n",
    "f'{lambda x:1}'",
    "f'{x:%Y-%m}'",
    "f'{x:a{{b}}}'",
    "f'abc",
    "f'''abc\n",
    "b'\\x'",
    '\U0001d538 = "\U0001d538\U0001d539" + \U0001d539\n',
):
    show(source)
