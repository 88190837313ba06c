/** `fnmatch`: names matched by patterns of the shell; as `Lib/fnmatch.py`. */
export const fnmatchSource = String.raw`
import re
from functools import lru_cache

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    # Upper and lower case differ, as in the names of files here.
    return fnmatchcase(name, pat)


@lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    match = _matcher(pat)
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def _set_of(text):
    """What stands between brackets, as a set of a regular expression."""
    if '-' not in text:
        inside = text.replace('\\', r'\\')
    else:
        parts, start = [], 0
        at = text.find('-', 2 if text[0] == '!' else 1)
        while at >= 0:
            parts.append(text[start:at])
            start = at + 1
            at = text.find('-', at + 3)
        if text[start:]:
            parts.append(text[start:])
        else:
            parts[-1] += '-'
        # Ranges that go backwards hold nothing.
        for i in range(len(parts) - 1, 0, -1):
            if parts[i - 1][-1] > parts[i][0]:
                parts[i - 1:i + 1] = [parts[i - 1][:-1] + parts[i][1:]]
        inside = '-'.join(part.replace('\\', r'\\').replace('-', r'\-') for part in parts)
    if not inside:
        return '(?!)'
    if inside == '!':
        return '.'
    inside = re.sub(r'([&~|])', r'\\\1', inside)
    if inside[0] == '!':
        inside = '^' + inside[1:]
    elif inside[0] in '^[':
        inside = '\\' + inside
    return f'[{inside}]'


def translate(pat):
    """The pattern as a regular expression."""
    star = object()
    parts = []
    at, length = 0, len(pat)
    while at < length:
        c = pat[at]
        at += 1
        if c == '*':
            if not parts or parts[-1] is not star:
                parts.append(star)
        elif c == '?':
            parts.append('.')
        elif c == '[':
            end = at
            if pat[end:end + 1] == '!':
                end += 1
            if pat[end:end + 1] == ']':
                end += 1
            end = pat.find(']', end)
            if end < 0:
                parts.append('\\[')
            else:
                parts.append(_set_of(pat[at:end]))
                at = end + 1
        else:
            parts.append(re.escape(c))
    # Between two stars the shortest match is as good as any: nothing is tried twice.
    result, fixed, stars = [], [], 0
    for part in parts + [None]:
        if part is star or part is None:
            text = ''.join(fixed)
            if not stars:
                result.append(text)
            elif part is star:
                result.append(f'(?>.*?{text})')
            else:
                result.append('.*' + text)
            fixed = []
            stars += 1
        else:
            fixed.append(part)
    return f'(?s:{"".join(result)})\\Z'
`
