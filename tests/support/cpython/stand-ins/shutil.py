# Whole folders of the tests' files.

from _test_files import rmtree


def which(cmd, mode=None, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    return fallback
