/** `linecache`: lines of source files, as far as they are known, and of modules whose loaders have them; as `Lib/linecache.py`. */
export const linecacheSource = String.raw`
from _warnings import _source_line

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# By file name: size, time, lines and path; or one function that gives the source when it is asked for.
cache = {}


def getline(filename, lineno, module_globals=None):
    # Most of what is asked for the machine knows: it compiled the file.
    if filename not in cache and lineno >= 1:
        line = _source_line(filename, lineno)
        if line is not None:
            return line + '\n'
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    """The lines of a file, which are kept."""
    entry = cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return _known_lines(filename) if filename else []
    lines = _known_lines(filename)
    if not lines:
        if entry is None or len(entry) != 1:
            lazycache(filename, module_globals)
            entry = cache.pop(filename, None)
        try:
            source = entry[0]() if entry is not None else _read(filename)
        except (ImportError, OSError):
            return []
        if source is None:
            return []
        lines = [line + '\n' for line in source.splitlines()]
    cache[filename] = sum(map(len, lines)), None, lines, filename
    return lines


def _known_lines(filename):
    lines = []
    while (line := _source_line(filename, len(lines) + 1)) is not None:
        lines.append(line + '\n')
    # The text after the last newline is no line.
    if lines and lines[-1] == '\n':
        lines.pop()
    return lines


def _read(filename):
    with open(filename) as file:
        return file.read()


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Forgets what no longer holds; what the machine has compiled does not change."""
    for name in [filename] if filename is not None else [*cache]:
        entry = cache.get(name)
        if entry is not None and len(entry) != 1 and entry[1] is not None:
            del cache[name]


def lazycache(filename, module_globals):
    """Notes down where the source of a module can be had; whether that can be."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith('<') and filename.endswith('>') or not module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals.get('__name__')
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or get_source is None:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
`
