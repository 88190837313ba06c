# Files for tests: a table of contents by path, and the functions that open, remove and look for them. They take the
# place of `open` and of what `os` refuses. Folders are known when something is in them or when they were made.

import builtins
import io
import os
import unittest
import warnings
from _heapbook_tests import read_library

_library = '/usr/lib/python3.13/'


class _Files(dict):
    """Those of the installed library are there too, to be read."""

    def __contains__(self, path):
        return super().__contains__(path) or self.get(path) is not None

    def get(self, path, default=None):
        found = super().get(path)
        if found is None and path.startswith(_library):
            found = read_library(path.removeprefix(_library))
        return default if found is None else found


files = _Files()
folders = {'/', '/tmp'}
_absent = 'No such file or directory'


def normal(path):
    path = os.fsdecode(path)
    if not path:
        return path
    parts = []
    for part in path.split('/'):
        if part == '..' and parts:
            parts.pop()
        elif part not in ('', '.', '..'):
            parts.append(part)
    return ('/' if path.startswith('/') else '') + '/'.join(parts) or '.'


def is_folder(path):
    path = normal(path)
    return path in folders or path == '.' or any(name.startswith(path + '/') for name in files)


def _missing(path):
    return FileNotFoundError(2, _absent, path)


class _Writing:
    """What is written goes into the table at every flush, and at the end."""

    def flush(self):
        super().flush()
        if not self.closed:
            self._keep()

    def close(self):
        if not self.closed:
            self._keep()
        super().close()

    def __del__(self):
        if not self.closed:
            warnings.warn(f'unclosed file {self.name!r}', ResourceWarning, source=self)
            self.close()


class _BinaryFile(_Writing, io.BytesIO):
    def __init__(self, name, mode, content):
        super().__init__(content)
        self.name, self.mode = name, mode
        if 'a' in mode:
            self.seek(0, 2)

    def _keep(self):
        if self.mode != 'rb':
            files[normal(self.name)] = self.getvalue()

    def fileno(self):
        raise unittest.SkipTest('files have no numbers here')


class _TextFile(_Writing, io.StringIO):
    def __init__(self, name, mode, content, encoding, errors, newline):
        super().__init__(newline=newline)
        self._encoding, self._errors = encoding, errors
        self.name, self.mode = name, mode
        text = content.decode(encoding, errors)
        if newline is None:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        super().write(text)
        if 'a' not in mode:
            self.seek(0)

    encoding = property(lambda self: self._encoding)
    errors = property(lambda self: self._errors)

    def write(self, text):
        if self.mode == 'r':
            raise io.UnsupportedOperation('not writable')
        return super().write(text)

    def _keep(self):
        if self.mode != 'r':
            files[normal(self.name)] = self.getvalue().encode(self._encoding, self._errors)

    def fileno(self):
        raise unittest.SkipTest('files have no numbers here')


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, int):
        if file in (0, 1, 2):
            raise unittest.SkipTest('files have no numbers here')
        if file < 0:
            raise ValueError('negative file descriptor')
        raise OSError(9, 'Bad file descriptor')
    kinds = set(mode)
    if len(kinds) != len(mode) or kinds - set('axrwb+tU') or len(kinds & set('axrw')) != 1:
        raise ValueError(f'invalid mode: {mode!r}')
    path = normal(file)
    if '\0' in path:
        raise ValueError('embedded null byte')
    if is_folder(path):
        raise IsADirectoryError(21, 'Is a directory', file)
    parent = path.rpartition('/')[0]
    if path not in files and ('r' in kinds or parent and not is_folder(parent)):
        raise _missing(file)
    if 'x' in kinds and path in files:
        raise FileExistsError(17, 'File exists', file)
    content = b'' if kinds & {'w', 'x'} else files.get(path, b'')
    if 'r' not in kinds:
        files[path] = content
    if 'b' in kinds:
        return _BinaryFile(file, mode, content)
    return _TextFile(file, mode.replace('t', ''), content, encoding or 'utf-8', errors or 'strict', newline)


def unlink(path, *, dir_fd=None):
    if files.pop(normal(path), None) is None:
        raise _missing(path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    if is_folder(path):
        raise FileExistsError(17, 'File exists', path)
    folders.add(normal(path))


def makedirs(name, mode=0o777, exist_ok=False):
    if not exist_ok:
        return mkdir(name)
    folders.add(normal(name))


def rmdir(path, *, dir_fd=None):
    if not is_folder(path):
        raise _missing(path)
    if listdir(path):
        raise OSError(39, 'Directory not empty', path)
    folders.discard(normal(path))


def rmtree(path, ignore_errors=False, onerror=None):
    prefix = normal(path) + '/'
    for name in [name for name in files if name.startswith(prefix)]:
        del files[name]
    for name in [name for name in folders if name.startswith(prefix)]:
        folders.discard(name)
    folders.discard(normal(path))


def listdir(path='.'):
    path = normal(path)
    if path in files:
        raise NotADirectoryError(20, 'Not a directory', path)
    if not is_folder(path):
        raise _missing(path)
    prefix = '' if path == '.' else path.rstrip('/') + '/'
    below = [name.removeprefix(prefix) for name in [*files, *folders] if name.startswith(prefix)]
    return sorted({name.split('/')[0] for name in below if name and not name.startswith('/')})


def exists(path):
    return normal(path) in files or is_folder(path)


def isfile(path):
    return normal(path) in files


_count = 0


def new_folder(prefix='tmp', parent='/tmp'):
    global _count
    _count += 1
    path = f'{parent}/{prefix}{_count}'
    folders.add(path)
    return path


def new_path(suffix='', prefix='tmp', parent='/tmp'):
    global _count
    _count += 1
    return f'{parent}/{prefix}{_count}{suffix}'


builtins.open = io.open = open
os.unlink = os.remove = unlink
os.mkdir, os.makedirs, os.rmdir, os.listdir = mkdir, makedirs, rmdir, listdir
os.path.exists, os.path.isfile, os.path.isdir = exists, isfile, is_folder
os.path.lexists = exists
