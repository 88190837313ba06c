/** `tokenize`: source text as tokens, and tokens as text again; as `Lib/tokenize.py`. The whole text is read before the first token. */
export const tokenizeSource = String.raw`
import re
from builtins import open as _builtin_open
from codecs import lookup, BOM_UTF8
from collections import namedtuple
from io import TextIOWrapper
from token import *
from token import EXACT_TOKEN_TYPES
import _tokenize
import token

__all__ = token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo', 'open', 'TokenError']
del token

# PEP 263: where a comment in one of the first two lines names the encoding.
cookie_re = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)
tabsize = 8


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        annotated = f'{self.type} ({tok_name[self.type]})'
        return f'TokenInfo(type={annotated}, string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})'

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class TokenError(Exception):
    pass


def _with_braces(text):
    """Text of an f-string with its braces doubled again, but not those around the name of a character."""
    parts = []
    is_name = False
    for i, c in enumerate(text):
        if c == '{':
            before = text[:i]
            slashes = len(before[:-1]) - len(before[:-1].rstrip('\\'))
            if before.endswith('N') and slashes % 2:
                is_name = True
            else:
                parts.append(c)
        elif c == '}':
            if is_name:
                is_name = False
            else:
                parts.append(c)
        parts.append(c)
    return ''.join(parts)


class Untokenizer:
    """Text that has these tokens: at their places where they have some, else with a space after names and numbers."""

    def __init__(self):
        self.tokens = []
        self.prev_row = 1
        self.prev_col = 0
        self.prev_type = None
        self.encoding = None

    def add_whitespace(self, start):
        row, col = start
        if (row, col) < (self.prev_row, self.prev_col):
            raise ValueError(f'start ({row},{col}) precedes previous end ({self.prev_row},{self.prev_col})')
        if row > self.prev_row:
            self.tokens.append('\\\n' * (row - self.prev_row))
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(' ' * (col - self.prev_col))

    def untokenize(self, iterable):
        tokens = iter(iterable)
        indents = []
        is_new_line = False
        for each in tokens:
            if len(each) == 2:
                self.compat(each, tokens)
                break
            kind, text, start, end, _ = each
            if kind == ENDMARKER:
                break
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                is_new_line = True
            elif is_new_line and indents:
                if start[1] >= len(indents[-1]):
                    self.tokens.append(indents[-1])
                    self.prev_col = len(indents[-1])
                is_new_line = False
            elif kind == FSTRING_MIDDLE:
                if '{' in text or '}' in text:
                    text = _with_braces(text)
                    last = text.splitlines()[-1]
                    end = end[0], end[1] + last.count('{{') + last.count('}}')
            elif self._follows_string(kind):
                self.tokens.append(' ')
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
            self.prev_type = kind
        return ''.join(self.tokens)

    def _follows_string(self, kind):
        return kind in (STRING, FSTRING_START) and self.prev_type in (STRING, FSTRING_END)

    def compat(self, token, iterable):
        """The rest of the tokens, which have no places."""
        indents = []
        is_new_line = token[0] in (NEWLINE, NL)
        was_string = False
        depth = 0

        def rest():
            yield token
            yield from iterable

        for each in rest():
            kind, text = each[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += ' '
            if kind == STRING and was_string:
                text = ' ' + text
            was_string = kind == STRING
            depth += (kind == FSTRING_START) - (kind == FSTRING_END)
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                is_new_line = True
            elif is_new_line and indents:
                self.tokens.append(indents[-1])
                is_new_line = False
            elif kind == FSTRING_MIDDLE:
                text = _with_braces(text)
            if depth and text in ('{', '}') and self.tokens and self.tokens[-1] == text:
                text = ' ' + text
            if self._follows_string(kind):
                self.tokens.append(' ')
            self.tokens.append(text)
            self.prev_type = kind


def untokenize(iterable):
    maker = Untokenizer()
    text = maker.untokenize(iterable)
    return text if maker.encoding is None else text.encode(maker.encoding)


def _normal_name(encoding):
    start = encoding[:12].lower().replace('_', '-')
    if start == 'utf-8' or start.startswith('utf-8-'):
        return 'utf-8'
    latin = 'latin-1', 'iso-8859-1', 'iso-latin-1'
    if start in latin or start.startswith(tuple(each + '-' for each in latin)):
        return 'iso-8859-1'
    return encoding


def detect_encoding(readline):
    """The encoding of source that is read as bytes, and the lines that were read to find out."""
    filename = getattr(getattr(readline, '__self__', None), 'name', None)
    place = '' if filename is None else f' for {filename!r}'
    has_mark = False

    def read():
        try:
            return readline()
        except StopIteration:
            return b''

    def cookie(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise SyntaxError('invalid or missing encoding declaration' + place)
        match = cookie_re.match(text)
        if match is None:
            return None
        encoding = _normal_name(match[1])
        try:
            lookup(encoding)
        except LookupError:
            raise SyntaxError(f'unknown encoding{place}: {encoding}' if place else f'unknown encoding: {encoding}')
        if has_mark:
            if encoding != 'utf-8':
                raise SyntaxError(f'encoding problem{place}: utf-8')
            encoding += '-sig'
        return encoding

    first = read()
    if first.startswith(BOM_UTF8):
        has_mark = True
        first = first[3:]
    default = 'utf-8-sig' if has_mark else 'utf-8'
    if not first:
        return default, []
    encoding = cookie(first)
    if encoding:
        return encoding, [first]
    if not blank_re.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    """A file of source for reading, in its own encoding."""
    buffer = _builtin_open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except:
        buffer.close()
        raise


def tokenize(readline):
    """The tokens of source that is read as bytes, a line with each call of readline; the first names the encoding."""
    encoding, first = detect_encoding(readline)
    yield TokenInfo(ENCODING, 'utf-8' if encoding == 'utf-8-sig' else encoding, (0, 0), (0, 0), '')
    yield from _tokens(_lines(readline, first), encoding)


def generate_tokens(readline):
    """The tokens of source that is read as text."""
    return _tokens(_lines(readline, ()), None)


def _lines(readline, first):
    yield from first
    while True:
        try:
            line = readline()
        except StopIteration:
            return
        if not line:
            return
        yield line


def _text(lines, encoding):
    parts = []
    wanted, name = (str, 'string') if encoding is None else (bytes, 'bytes')
    for line in lines:
        if not isinstance(line, wanted):
            raise TypeError(f'readline() returned a non-{name} object')
        parts.append(line)
    return ''.join(parts) if encoding is None else b''.join(parts).decode(encoding, 'replace')


def _tokens(lines, encoding):
    rows, error = _tokenize._list(_text(lines, encoding))
    for row in rows:
        yield TokenInfo._make(row)
    if error is None:
        return
    kind, message, lineno, offset, text = error
    if kind != 'SyntaxError':
        cls = TabError if kind == 'TabError' else IndentationError
        raise cls(message, ('<string>', lineno, offset, text, None, None))
    if message.startswith('unterminated triple-quoted string literal'):
        message = 'EOF in multi-line string'
    raise TokenError(message, (lineno, offset))
`
