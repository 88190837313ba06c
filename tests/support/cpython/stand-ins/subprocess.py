# Processes do not exist here.

import unittest

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


def _refuse(*args, **kwargs):
    raise unittest.SkipTest('processes do not exist here')


Popen = run = call = check_call = check_output = _refuse
