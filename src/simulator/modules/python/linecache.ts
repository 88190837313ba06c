/** `linecache`: lines of source files, as far as they are known; as `Lib/linecache.py`. */
export const linecacheSource = String.raw`
from _warnings import _source_line

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

cache = {}


def getline(filename, lineno, module_globals=None):
    line = _source_line(filename, lineno) if lineno >= 1 else None
    return '' if line is None else line + '\n'


def getlines(filename, module_globals=None):
    lines = []
    while (line := _source_line(filename, len(lines) + 1)) is not None:
        lines.append(line + '\n')
    # The text after the last newline is no line.
    if lines and lines[-1] == '\n':
        lines.pop()
    return lines


def updatecache(filename, module_globals=None):
    return getlines(filename, module_globals)


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
`
