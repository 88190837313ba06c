/** `re`: regular expressions; as `Lib/re/__init__.py`. Patterns and matches are in `_sre`. */
export const reSource = String.raw`
import enum
import _sre
from _sre import Pattern, Match

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
    "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]


@enum.global_enum
@enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
class RegexFlag:
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is None or pos is None:
            self.lineno = self.colno = None
        else:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)

error = PatternError


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


class _ZeroSentinel(int):
    """A zero that says that nothing was given."""

_zero_sentinel = _ZeroSentinel()


def _by_position(function, given, names, defaults):
    """Values of trailing parameters that should be given by name but came by position."""
    result = list(defaults)
    for i, (name, value) in enumerate(zip(names, given)):
        if defaults[i] is not _zero_sentinel:
            raise TypeError(f"{function}() got multiple values for argument {name!r}")
        result[i] = value
    if len(given) > len(names):
        fixed = 3 if function != 'split' else 2
        raise TypeError(
            f"{function}() takes from {fixed} to {fixed + len(names)} positional arguments "
            f"but {fixed + len(given)} were given")
    import warnings
    warnings.warn(f"{names[0]!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return result


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    if args:
        count, flags = _by_position('sub', args, ('count', 'flags'), (count, flags))
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    if args:
        count, flags = _by_position('subn', args, ('count', 'flags'), (count, flags))
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    if args:
        maxsplit, flags = _by_position('split', args, ('maxsplit', 'flags'), (maxsplit, flags))
    return _compile(pattern, flags).split(string, maxsplit)

sub.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def purge():
    _cache.clear()


_special_chars_map = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    return str(pattern, 'latin1').translate(_special_chars_map).encode('latin1')


_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    made, doubts = _sre.compile(pattern, flags)
    for doubt in doubts:
        import warnings
        warnings.warn(doubt, FutureWarning, stacklevel=3)
    if not flags & DEBUG:
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[key] = made
    return made


class Scanner:
    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        self._patterns = [(_sre.compile(phrase, flags)[0], action) for phrase, action in lexicon]

    def scan(self, string):
        result = []
        at = 0
        while at < len(string):
            for pattern, action in self._patterns:
                m = pattern.match(string, at)
                if m and m.end() > at:
                    break
            else:
                break
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                result.append(action)
            at = m.end()
        return result, string[at:]


import copyreg

copyreg.pickle(Pattern, lambda p: (_compile, (p.pattern, p.flags)), _compile)
del copyreg
`
