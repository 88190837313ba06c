/**
 * The beginning of `unittest.case`: skipping, expected failures, cleanups of a module, and how one part of a test
 * (set-up, the method, a subtest) is run and its end told to the result. As `Lib/unittest/case.py`.
 */
export const outcomeSource = String.raw`
import functools
import sys
import time
import types
import warnings

from .util import safe_repr, strclass, _common_shorten_repr, _count_differences, _count_differences_hashable

__unittest = True

_no_message = object()

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class SkipTest(Exception):
    """Raised to skip the rest of a test."""


class _ShouldStop(Exception):
    """Ends a test from inside a subtest."""


class _UnexpectedSuccess(Exception):
    """For results that know no unexpected success."""


def _warn(message, category=RuntimeWarning, stacklevel=2):
    warnings.warn(message, category, stacklevel + 1)


def _addSkip(result, test, reason):
    add = getattr(result, 'addSkip', None)
    if add is None:
        _warn('TestResult has no addSkip method, skips not reported')
        result.addSuccess(test)
    else:
        add(test, reason)


def _addError(result, test, exc_info):
    if result is None or exc_info is None:
        return
    if issubclass(exc_info[0], test.failureException):
        result.addFailure(test, exc_info)
    else:
        result.addError(test, exc_info)


class _Outcome:
    """How a test is going, over all its parts."""

    def __init__(self, result=None):
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.success = True
        self.expecting_failure = False
        self.expectedFailure = None

    def testPartExecutor(self, test, subTest=False):
        return _Part(self, test, subTest)


class _Part:
    """Runs a block; what it raises goes to the result."""

    def __init__(self, outcome, test, is_subtest):
        self.outcome = outcome
        self.test = test
        self.is_subtest = is_subtest

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, exc_type, exc, tb):
        outcome = self.outcome
        try:
            if exc_type is None:
                if self.is_subtest and outcome.success:
                    outcome.result.addSubTest(self.test.test_case, self.test, None)
            elif issubclass(exc_type, KeyboardInterrupt):
                return False
            elif issubclass(exc_type, SkipTest):
                outcome.success = False
                _addSkip(outcome.result, self.test, str(exc))
            elif not issubclass(exc_type, _ShouldStop):
                self._failed((exc_type, exc, tb))
            return True
        finally:
            outcome.success = outcome.success and self.before
            # The traceback leads to the frame that holds this object.
            exc = tb = None

    def _failed(self, exc_info):
        outcome = self.outcome
        if outcome.expecting_failure:
            outcome.expectedFailure = exc_info
            return
        outcome.success = False
        if self.is_subtest:
            outcome.result.addSubTest(self.test.test_case, self.test, exc_info)
        else:
            _addError(outcome.result, self.test, exc_info)


def _enter_context(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, exit = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(
            f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
        ) from None
    entered = enter(cm)
    add_cleanup(exit, cm, None, None, None)
    return entered


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """A call to be made after tearDownModule, also when setUpModule failed; the last one added comes first."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enters a context manager that is left with the module's cleanups."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Makes the calls of addModuleCleanup; raises the first exception, when all have been made."""
    raised = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as exc:
            raised.append(exc)
    if raised:
        raise raised[0]


def _id(obj):
    return obj


def skip(reason):
    """A decorator: skips a test method, or all of a class."""
    def decorator(item):
        if not isinstance(item, type):
            @functools.wraps(item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            item = skip_wrapper
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if isinstance(reason, types.FunctionType):
        item, reason = reason, ''
        return decorator(item)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    """A decorator: the test counts as passed when it fails."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _skip_reason(case, method):
    """Why a test is to be skipped; None if it is not."""
    cls = type(case)
    if not (getattr(cls, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False)):
        return None
    return getattr(cls, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
`
