/** `posixpath`, known as `os.path`: paths as text; as `Lib/posixpath.py`. There are no files, so none exists. */
export const posixpathSource = String.raw`
curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False

__all__ = [
    'normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname', 'commonprefix', 'commonpath',
    'exists', 'lexists', 'isfile', 'isdir', 'islink', 'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath',
    'realpath', 'relpath', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull',
]


def _text(path):
    if isinstance(path, str):
        return path
    fspath = getattr(type(path), '__fspath__', None)
    if fspath is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return fspath(path)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def join(a, *p):
    path = _text(a)
    for part in map(_text, p):
        if part.startswith('/') or not path:
            path = part
        elif path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p):
    p = _text(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    if head.strip('/'):
        head = head.rstrip('/')
    return head, tail


def splitdrive(p):
    return '', _text(p)


def splitext(p):
    p = _text(p)
    name = p.rfind('/') + 1
    dot = p.rfind('.')
    # A name that begins with dots has no extension there.
    if dot <= name or not p[name:dot].strip('.'):
        return p, ''
    return p[:dot], p[dot:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ''
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    absolute = {path.startswith('/') for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split('/') if part and part != '.'] for path in paths]
    return ('/' if absolute.pop() else '') + '/'.join(commonprefix(parts))


def exists(path):
    return False


lexists = isfile = isdir = islink = exists


def ismount(path):
    return _text(path) == '/'


def expanduser(path):
    path = _text(path)
    return '/root' + path[1:] if path == '~' or path.startswith('~/') else path


def expandvars(path):
    return _text(path)


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    start = '/' if path.startswith('/') else ''
    if path.startswith('//') and not path.startswith('///'):
        start = '//'
    parts = []
    for part in path.split('/'):
        if not part or part == '.':
            continue
        if part != '..' or (not start and not parts) or (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    return start + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    return normpath(path if path.startswith('/') else join('/', path))


realpath = abspath


def relpath(path, start='.'):
    if not path:
        raise ValueError('no path specified')
    there = [part for part in abspath(path).split('/') if part]
    here = [part for part in abspath(start).split('/') if part]
    common = len(commonprefix([there, here]))
    return join(*['..'] * (len(here) - common), *there[common:]) if there != here else '.'
`
