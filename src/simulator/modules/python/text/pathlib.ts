/** `pathlib`: paths as objects; as `Lib/pathlib`. There are no files: what asks for one raises OSError. */
export const pathlibSource = String.raw`
import re
import sys
from types import GenericAlias

__all__ = ['UnsupportedOperation', 'PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


class UnsupportedOperation(NotImplementedError):
    pass


def _split_posix(path):
    """Drive, root and the rest."""
    if not path.startswith('/'):
        return '', '', path
    # Two slashes, but not three, are a root of their own.
    if path.startswith('//') and not path.startswith('///'):
        return '', '//', path[2:]
    return '', '/', path.lstrip('/')


def _split_windows(path):
    if path.startswith('\\\\'):
        start = 8 if path[:8].upper() == '\\\\?\\UNC\\' else 2
        server_end = path.find('\\', start)
        if server_end < 0:
            return path, '', ''
        share_end = path.find('\\', server_end + 1)
        if share_end < 0:
            return path, '', ''
        return path[:share_end], '\\', path[share_end + 1:].lstrip('\\')
    drive = path[:2] if path[1:2] == ':' else ''
    rest = path[len(drive):]
    return (drive, '\\', rest.lstrip('\\')) if rest.startswith('\\') else (drive, '', rest)


class _Parents:
    """The folders that a path is in, from the innermost on."""

    def __init__(self, path):
        self._path = path
        self._drive = path.drive
        self._root = path.root
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple(self[j] for j in range(*i.indices(len(self))))
        if not -len(self) <= i < len(self):
            raise IndexError(i)
        if i < 0:
            i += len(self)
        return self._path._made(self._drive, self._root, self._tail[:-i - 1])

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PurePath:
    """A path that is only looked at, never followed."""
    __slots__ = ('_segments', '_parsed', '_text', '_hash')
    _separator = '/'
    _alternative = ''
    _split = staticmethod(_split_posix)

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        segments = []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg._separator != self._separator:
                    segments.extend(part.replace('\\', '/') for part in arg._segments)
                else:
                    segments.extend(arg._segments)
                continue
            path = arg
            if hasattr(type(arg), '__fspath__'):
                path = type(arg).__fspath__(arg)
            if not isinstance(path, str):
                raise TypeError('argument should be a str or an os.PathLike object where __fspath__ returns a str, '
                                f'not {type(path).__name__!r}')
            segments.append(path)
        self._segments = segments

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def _made(self, drive, root, tail):
        text = self._shown(drive, root, tail)
        path = self.with_segments(text)
        path._parsed = drive, root, list(tail)
        path._text = text or '.'
        return path

    @classmethod
    def _shown(cls, drive, root, tail):
        if drive or root:
            return drive + root + cls._separator.join(tail)
        if tail and cls._split(tail[0])[0]:
            # A first part that looks like a drive.
            tail = ['.', *tail]
        return cls._separator.join(tail)

    @classmethod
    def _parse(cls, path):
        if not path:
            return '', '', []
        if cls._alternative:
            path = path.replace(cls._alternative, cls._separator)
        drive, root, rest = cls._split(path)
        if not root and drive.startswith(cls._separator) and not drive.endswith(cls._separator):
            parts = drive.split(cls._separator)
            if len(parts) == 4 and parts[2] not in '?.' or len(parts) == 6:
                # The share of a server has a root.
                root = cls._separator
        return drive, root, [part for part in rest.split(cls._separator) if part and part != '.']

    @classmethod
    def _joined(cls, segments):
        if not segments:
            return ''
        text = segments[0]
        for each in segments[1:]:
            if cls._alternative:
                each = each.replace(cls._alternative, cls._separator)
                text = text.replace(cls._alternative, cls._separator)
            drive, root, _ = cls._split(each)
            own_drive = cls._split(text)[0]
            if root and (drive or not own_drive):
                text = each
            elif root:
                text = own_drive + each
            elif drive and drive != own_drive:
                if drive.lower() != own_drive.lower():
                    text = each
                else:
                    text = cls._with_separator(drive + text[len(own_drive):]) + each[len(drive):]
            else:
                text = cls._with_separator(text) + each[len(drive):]
        return text

    @classmethod
    def _with_separator(cls, text):
        if not text or text.endswith(cls._separator) or cls._separator != '/' and text.endswith(':'):
            return text
        return text + cls._separator

    @property
    def _parts(self):
        try:
            return self._parsed
        except AttributeError:
            self._parsed = self._parse(self._joined(self._segments))
            return self._parsed

    @property
    def drive(self):
        return self._parts[0]

    @property
    def root(self):
        return self._parts[1]

    @property
    def _tail(self):
        return self._parts[2]

    @property
    def anchor(self):
        return self.drive + self.root

    @property
    def parts(self):
        return (self.anchor, *self._tail) if self.anchor else tuple(self._tail)

    @property
    def parent(self):
        return self._made(self.drive, self.root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ''

    @property
    def suffix(self):
        name = self.name
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        if self.name.endswith('.'):
            return []
        return ['.' + part for part in self.name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    def with_name(self, name):
        if not name or name == '.' or self._separator in name or self._alternative and self._alternative in name:
            raise ValueError(f'Invalid name {name!r}')
        if not self._tail:
            raise ValueError(f'{self!r} has an empty name')
        return self._made(self.drive, self.root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f'{self!r} has an empty name')
        if suffix and not (suffix.startswith('.') and len(suffix) > 1):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(stem + suffix)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self._other('relative_to', other, _deprecated)
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
        return self._made('', '', ['..'] * step + self._tail[len(path._tail):])

    def is_relative_to(self, other, /, *_deprecated):
        other = self._other('is_relative_to', other, _deprecated)
        return other == self or other in self.parents

    def _other(self, method, other, more):
        if more:
            import warnings
            warnings.warn(
                f'support for supplying more than one positional argument to pathlib.PurePath.{method}() is deprecated and '
                'scheduled for removal in Python 3.14', DeprecationWarning, stacklevel=3)
            return self.with_segments(other, *more)
        return other if isinstance(other, PurePath) else self.with_segments(other)

    def is_absolute(self):
        if self._separator == '/':
            return bool(self.root)
        return bool(self.root and self.drive) or self.drive.startswith('\\\\')

    def is_reserved(self):
        import warnings
        warnings.warn('pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. Use '
                      'os.path.isreserved() to detect reserved paths on Windows.', DeprecationWarning, stacklevel=2)
        stem = self.name.partition('.')[0].rstrip().upper()
        reserved = {'CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'}
        return self._separator != '/' and (stem in reserved or re.fullmatch('(?:COM|LPT)[1-9¹²³]', stem) is not None)

    def _is_case_sensitive(self, given):
        return self._separator == '/' if given is None else given

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the end of the path matches a pattern, or all of it if that is absolute."""
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        mine, theirs = self.parts[::-1], pattern.parts[::-1]
        if not theirs:
            raise ValueError('empty pattern')
        if len(mine) < len(theirs) or pattern.anchor and len(mine) > len(theirs):
            return False
        flags = re.NOFLAG if self._is_case_sensitive(case_sensitive) else re.IGNORECASE
        return all(_matches_part(their, my, flags) for my, their in zip(mine, theirs))

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether all of the path matches a pattern, where two stars stand for any number of folders."""
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        path = str(self) if self.parts else ''
        text = str(pattern) if pattern.parts else ''
        flags = re.NOFLAG if self._is_case_sensitive(case_sensitive) else re.IGNORECASE
        separator = re.escape(self._separator)
        parts = text.split(self._separator)
        result = []
        for i, part in enumerate(parts):
            is_last = i == len(parts) - 1
            if part == '**':
                result.append('.*' if is_last else f'(?:.+{separator})?')
            else:
                one = f'[^{separator}]'
                body = f'{one}+' if part == '*' else _part_pattern(part, one)
                result.append(body + ('' if is_last else separator))
        return re.match(f'(?s:{"".join(result)})\\Z', path, flags) is not None

    def as_posix(self):
        return str(self).replace(self._separator, '/')

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        text = self.as_posix()
        if self._separator == '/':
            prefix = 'file://'
        elif self.drive[1:] == ':':
            prefix, text = 'file:///' + self.drive, text[2:]
        else:
            prefix = 'file:'
        return prefix + quote_from_bytes(text.encode())

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            self._text = self._shown(*self._parts) or '.'
            return self._text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def __reduce__(self):
        return self.__class__, tuple(self._segments)

    @property
    def _folded(self):
        return str(self) if self._separator == '/' else str(self).lower()

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._separator == other._separator

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._folded)
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._folded == other._folded and self._separator == other._separator

    @property
    def _sort_key(self):
        return self._folded.split(self._separator)

    def __lt__(self, other):
        return self._sort_key < other._sort_key if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._sort_key <= other._sort_key if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._sort_key > other._sort_key if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._sort_key >= other._sort_key if self._comparable(other) else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


def _matches_part(pattern, part, flags):
    from fnmatch import translate
    return re.match(translate(pattern), part, flags)


def _part_pattern(pattern, character):
    """A pattern as a regular expression in which a star or question mark stands for certain characters only."""
    from fnmatch import translate
    text = translate(pattern)[4:-3]
    return re.sub(r'\\.|\[[^\]]*\]|\.', lambda match: character if match[0] == '.' else match[0], text)


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()
    _separator = '\\'
    _alternative = '/'
    _split = staticmethod(_split_windows)


import os
os.PathLike.register(PurePath)


class Path(PurePath):
    """A path of this machine, which has no files."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    @classmethod
    def from_uri(cls, uri):
        if not uri.startswith('file:'):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == '///':
            path = path[2:]
        elif path[:12] == '//localhost/':
            path = path[11:]
        from urllib.parse import unquote_to_bytes
        path = cls(unquote_to_bytes(path).decode())
        if not path.is_absolute():
            raise ValueError(f'URI is not absolute: {uri!r}')
        return path

    def absolute(self):
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def expanduser(self):
        if not self.drive and not self.root and self._tail and self._tail[0] == '~':
            return self.with_segments(os.environ.get('HOME', '/root'), *self._tail[1:])
        return self

    def exists(self, *, follow_symlinks=True):
        return False

    is_dir = is_file = is_symlink = is_mount = is_socket = is_fifo = is_block_device = is_char_device = exists
    is_junction = exists

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


def _no_files(name):
    def refuse(self, *args, **kwargs):
        raise OSError(f'Path.{name}(): there are no files in this simulator')
    refuse.__name__ = name
    refuse.__qualname__ = f'Path.{name}'
    return refuse


for _name in ('open', 'read_text', 'read_bytes', 'write_text', 'write_bytes', 'stat', 'lstat', 'iterdir', 'glob', 'rglob',
              'walk', 'mkdir', 'rmdir', 'touch', 'unlink', 'rename', 'replace', 'chmod', 'lchmod', 'owner', 'group',
              'symlink_to', 'hardlink_to', 'readlink', 'resolve', 'samefile'):
    setattr(Path, _name, _no_files(_name))
del _name


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f'cannot instantiate {cls.__name__!r} on your system')


for _class in PurePath, PurePosixPath, PureWindowsPath, Path, PosixPath, WindowsPath:
    _class.__module__ = 'pathlib._local'
del _class
`
