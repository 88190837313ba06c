# Files do not exist here: what would make one skips the test.

import contextlib
import unittest

TESTFN_ASCII = TESTFN = '@test_1_tmp'
TESTFN_UNICODE = TESTFN_ASCII + '-\xe0\xf2\u0258\u0141\u011f'
TESTFN_NONASCII = TESTFN_UNICODE
TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = None
FS_NONASCII = '\xe6'
SAVEDCWD = '/'


def unlink(filename):
    pass


rmdir = rmtree = unlink


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    raise unittest.SkipTest('files do not exist here')
    yield


temp_cwd = change_cwd = open_dir_fd = temp_dir


def create_empty_file(filename):
    raise unittest.SkipTest('files do not exist here')


make_bad_fd = fd_count = fs_is_case_insensitive = create_empty_file


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


class EnvironmentVarGuard(dict):
    def __enter__(self):
        raise unittest.SkipTest('there is no environment here')

    def __exit__(self, *exc_info):
        pass
