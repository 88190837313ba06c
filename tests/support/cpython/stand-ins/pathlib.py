# Paths as objects, over the table of files that tests have.

import os
import _test_files as _files


class PurePath:
    def __init__(self, *parts):
        path = ''
        for part in parts:
            part = os.fspath(part)
            path = part if part.startswith('/') or not path else f'{path}/{part}'
        self._path = _files.normal(path or '.')

    def __fspath__(self):
        return self._path

    __str__ = __fspath__

    def __repr__(self):
        return f'{type(self).__name__}({self._path!r})'

    def __truediv__(self, other):
        return type(self)(self, other)

    def __eq__(self, other):
        return self._path == other._path if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._path)

    name = property(lambda self: self._path.rpartition('/')[2])
    parent = property(lambda self: type(self)(self._path.rpartition('/')[0] or '/'))


class Path(PurePath):
    def open(self, mode='r', *args, **kwargs):
        return _files.open(self, mode, *args, **kwargs)

    def read_text(self, encoding=None):
        with self.open(encoding=encoding) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def write_text(self, data, encoding=None):
        with self.open('w', encoding=encoding) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open('wb') as file:
            return file.write(data)

    def exists(self):
        return _files.exists(self)

    def is_dir(self):
        return _files.is_folder(self)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        _files.makedirs(self, mode, exist_ok or parents)

    def unlink(self):
        _files.unlink(self)


PosixPath = Path
PurePosixPath = PurePath
