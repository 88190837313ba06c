# Temporary files, in the tests' own table of files.

import contextlib
import types
import unittest
from _generic import generic
import _test_files as _files

tempdir = '/tmp'


def gettempdir():
    return tempdir


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _files.new_folder(prefix or 'tmp', dir or tempdir)


def mktemp(suffix='', prefix='tmp', dir=None):
    return _files.new_path(suffix, prefix, dir or tempdir)


def mkstemp(*args, **kwargs):
    raise unittest.SkipTest('files have no numbers here')


class TemporaryDirectory:
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        self.cleanup()

    def cleanup(self):
        _files.rmtree(self.name)


class _NamedFile:
    """A file that is removed when it is closed."""

    def __init__(self, file, delete):
        self.file = file
        self.name = file.name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self.file.close()
        if self.delete and _files.isfile(self.name):
            _files.unlink(self.name)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    path = mktemp(suffix or '', prefix or 'tmp', dir)
    return _NamedFile(_files.open(path, mode, buffering, encoding, errors, newline), delete)


TemporaryFile = NamedTemporaryFile


SpooledTemporaryFile = generic('tempfile', 'SpooledTemporaryFile')
