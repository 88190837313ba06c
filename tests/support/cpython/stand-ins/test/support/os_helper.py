# Files for tests are in a table of their own.

import collections.abc
import contextlib
import os
import unittest
import _test_files as _files

TESTFN_ASCII = TESTFN = '@test_1_tmp'
TESTFN_UNICODE = TESTFN_ASCII + '-\xe0\xf2\u0258\u0141\u011f'
TESTFN_NONASCII = TESTFN_UNICODE
TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = None
FS_NONASCII = '\xe6'
SAVEDCWD = '/'


def unlink(filename):
    if _files.isfile(filename):
        _files.unlink(filename)


def rmdir(dirname):
    if _files.is_folder(dirname):
        _files.rmdir(dirname)


rmtree = _files.rmtree


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    if path is None:
        path = _files.new_folder()
    else:
        _files.mkdir(path)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def temp_cwd(name='tempcwd', quiet=False):
    raise unittest.SkipTest('there is one current folder')
    yield


change_cwd = open_dir_fd = temp_cwd


def create_empty_file(filename):
    _files.files[_files.normal(filename)] = b''


def make_bad_fd():
    raise unittest.SkipTest('files have no numbers here')


fd_count = fs_is_case_insensitive = make_bad_fd


def can_symlink():
    return False


can_hardlink = can_xattr = can_chmod = can_dac_override = can_symlink


def _skip(test):
    return unittest.skip('files do not exist here')(test)


skip_unless_symlink = skip_unless_hardlink = skip_unless_xattr = skip_unless_working_chmod = _skip
skip_if_dac_override = skip_unless_dac_override = _skip


class FakePath:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'<FakePath {self.path!r}>'

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type):
            raise self.path
        return self.path


class EnvironmentVarGuard(collections.abc.MutableMapping):
    """The variables of the environment, which are as before afterwards."""

    def __init__(self):
        self.variables = os.environ
        self.before = dict(os.environ)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        for name in [*self.variables]:
            if name not in self.before:
                del self.variables[name]
        self.variables.update(self.before)
        os.environ = self.variables

    def __getitem__(self, name):
        return self.variables[name]

    def __setitem__(self, name, value):
        self.variables[name] = value

    def __delitem__(self, name):
        self.variables.pop(name, None)

    def __iter__(self):
        return iter(self.variables)

    def __len__(self):
        return len(self.variables)

    def set(self, name, value):
        self[name] = value

    def unset(self, *names):
        for name in names:
            del self[name]
