/** `os`: what there is of an operating system without files and processes; as `Lib/os.py`. */
export const osSource = String.raw`
import abc
import sys
import posixpath as path
from _os import urandom
from _collections_abc import MutableMapping

sys.modules['os.path'] = path
from os.path import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

name = 'posix'
linesep = '\n'
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


class DirEntry:
    """What scandir() would give: there are no files."""
    __module__ = 'posix'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _Environ(MutableMapping):
    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        if not isinstance(key, str):
            raise TypeError(f'str expected, not {type(key).__name__}')
        return self._data[key]

    def __setitem__(self, key, value):
        for each in key, value:
            if not isinstance(each, str):
                raise TypeError(f'str expected, not {type(each).__name__}')
        self._data[key] = value

    def __delitem__(self, key):
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f'environ({self._data!r})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]


environ = _Environ({'HOME': '/root', 'LANG': 'C.UTF-8', 'PATH': defpath})


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    environ[name] = value


def unsetenv(name):
    environ.pop(name, None)


def getpid():
    return 1


def getppid():
    return 0


def getcwd():
    return '/'


def cpu_count():
    return 1


process_cpu_count = cpu_count


def strerror(code):
    return f'Unknown error {code}'


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    found = method(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}')


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented


def _no_files(function):
    def refuse(*args, **kwargs):
        raise OSError(f'os.{function}(): there are no files in this simulator')
    refuse.__name__ = refuse.__qualname__ = function
    return refuse


for _function in (
    'open', 'read', 'write', 'close', 'fdopen', 'stat', 'lstat', 'listdir', 'scandir', 'walk', 'mkdir', 'makedirs', 'rmdir',
    'remove', 'unlink', 'rename', 'replace', 'chdir', 'chmod', 'access', 'link', 'symlink', 'readlink', 'pipe', 'dup',
    'system', 'popen', 'fork', 'execv', 'kill', 'getlogin', 'utime', 'truncate',
):
    globals()[_function] = _no_files(_function)
del _function
`
