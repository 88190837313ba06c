/** `token`: numbers and names of token types; as `Lib/token.py`. */
export const tokenSource = String.raw`
__all__ = ['tok_name', 'ISTERMINAL', 'ISNONTERMINAL', 'ISEOF']

_simple = 'ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT'
_operators = '''
    LPAR ( RPAR ) LSQB [ RSQB ] COLON : COMMA , SEMI ; PLUS + MINUS - STAR * SLASH / VBAR | AMPER & LESS < GREATER >
    EQUAL = DOT . PERCENT % LBRACE { RBRACE } EQEQUAL == NOTEQUAL != LESSEQUAL <= GREATEREQUAL >= TILDE ~ CIRCUMFLEX ^
    LEFTSHIFT << RIGHTSHIFT >> DOUBLESTAR ** PLUSEQUAL += MINEQUAL -= STAREQUAL *= SLASHEQUAL /= PERCENTEQUAL %=
    AMPEREQUAL &= VBAREQUAL |= CIRCUMFLEXEQUAL ^= LEFTSHIFTEQUAL <<= RIGHTSHIFTEQUAL >>= DOUBLESTAREQUAL **=
    DOUBLESLASH // DOUBLESLASHEQUAL //= AT @ ATEQUAL @= RARROW -> ELLIPSIS ... COLONEQUAL := EXCLAMATION !
'''.split()
_special = ('OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD FSTRING_START FSTRING_MIDDLE FSTRING_END '
            'COMMENT NL ERRORTOKEN ENCODING N_TOKENS')

tok_name = dict(enumerate(_simple.split() + _operators[::2] + _special.split()))
tok_name[256] = 'NT_OFFSET'
for _number, _name in tok_name.items():
    globals()[_name] = _number
    __all__.append(_name)

_number_of = {_name: _number for _number, _name in tok_name.items()}
EXACT_TOKEN_TYPES = dict(sorted((_text, _number_of[_name]) for _name, _text in zip(_operators[::2], _operators[1::2])))

del _simple, _operators, _special, _number, _name, _number_of


def ISTERMINAL(x):
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    return x >= NT_OFFSET


def ISEOF(x):
    return x == ENDMARKER
`
