# Warnings that a test expects.

import contextlib
import functools
import re
import sys
import unittest
import warnings


def check_syntax_warning(testcase, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    testcase.assertEqual(len(shown), 1, shown)
    warning, = shown
    testcase.assertTrue(issubclass(warning.category, SyntaxWarning), warning.category)
    if errtext:
        testcase.assertRegex(str(warning.message), errtext)
    testcase.assertEqual(warning.filename, '<testcase>')
    testcase.assertIsNotNone(warning.lineno)
    if lineno is not None:
        testcase.assertEqual(warning.lineno, lineno)
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter('error', SyntaxWarning)
        with testcase.assertRaisesRegex(SyntaxError, errtext) as context:
            compile(statement, '<testcase>', 'exec')
        testcase.assertIsNotNone(context.exception.lineno)
    testcase.assertEqual(shown, [])


def ignore_warnings(*, category):
    def decorator(test):
        @functools.wraps(test)
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return test(self, *args, **kwargs)
        return wrapper
    return decorator


class WarningsRecorder:
    def __init__(self, warnings_list):
        self._warnings = warnings_list
        self._last = 0

    def __getattr__(self, attr):
        if len(self._warnings) > self._last:
            return getattr(self._warnings[-1], attr)
        if attr in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError(f'{self!r} has no attribute {attr!r}')

    @property
    def warnings(self):
        return self._warnings[self._last:]

    def reset(self):
        self._last = len(self._warnings)


@contextlib.contextmanager
def check_warnings(*filters, quiet=None):
    """The block must give the warnings named by pairs (message, category), and no others."""
    if not filters:
        filters = (('', Warning),)
        if quiet is None:
            quiet = True
    # The block is two frames away: this generator is resumed by contextlib.
    registry = sys._getframe(2).f_globals.get('__warningregistry__')
    if registry:
        registry.clear()
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter('always')
        yield WarningsRecorder(shown)
    left = list(shown)
    missing = []
    for message, category in filters:
        matching = [
            each for each in left
            if re.match(message, str(each.message), re.I) and issubclass(each.message.__class__, category)
        ]
        left = [each for each in left if each not in matching]
        if not matching and not quiet:
            missing.append((message, category.__name__))
    if left:
        raise AssertionError(f'unhandled warning {left[0]}')
    if missing:
        raise AssertionError('filter (%r, %s) did not catch any warning' % missing[0])


@contextlib.contextmanager
def check_no_warnings(testcase, message='', category=Warning, force_gc=False):
    from test.support import gc_collect
    with warnings.catch_warnings(record=True) as shown:
        warnings.filterwarnings('always', message=message, category=category)
        yield
        if force_gc:
            gc_collect()
    testcase.assertEqual(shown, [])


def check_no_resource_warning(testcase):
    return check_no_warnings(testcase, category=ResourceWarning, force_gc=True)


@contextlib.contextmanager
def save_restore_warnings_filters():
    before = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = before
