/**
 * `unittest.result` and `unittest.suite`: where the ends of tests are collected, and tests that run together with
 * what is to be set up for their classes and modules. As `Lib/unittest/result.py` and `suite.py`.
 */
export const resultSource = String.raw`
import sys
from functools import wraps

from .util import strclass

__unittest = True

STDOUT_LINE = '\nStdout:\n%s'
STDERR_LINE = '\nStderr:\n%s'


def failfast(method):
    """A decorator for methods of a result: with failfast, no further test is begun."""
    @wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)
    return inner


class TestResult:
    """Collects how tests ended; the lists hold pairs of a test and a text."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.failfast = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def __repr__(self):
        return (f'<{strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')

    def printErrors(self):
        "Called after the run."

    def startTestRun(self):
        "Called before the first test."

    def stopTestRun(self):
        "Called after the last test."

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def stop(self):
        """No further test is begun."""
        self.shouldStop = True

    def wasSuccessful(self):
        return not (self.failures or self.errors or getattr(self, 'unexpectedSuccesses', None))

    @failfast
    def addError(self, test, err):
        self._remember(self.errors, test, err)

    @failfast
    def addFailure(self, test, err):
        self._remember(self.failures, test, err)

    def addSubTest(self, test, subtest, err):
        """'err' is None for a block that came to its end."""
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        failed = issubclass(err[0], test.failureException)
        self._remember(self.failures if failed else self.errors, subtest, err, test)

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        if hasattr(self, 'collectedDurations'):
            self.collectedDurations.append((str(test), elapsed))

    def _remember(self, where, test, err, owner=None):
        where.append((test, self._exc_info_to_string(err, owner or test)))
        self._mirrorOutput = True

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stderr_buffer is None:
            import io
            self._stderr_buffer = io.StringIO()
            self._stdout_buffer = io.StringIO()
        sys.stdout = self._stdout_buffer
        sys.stderr = self._stderr_buffer

    def _buffered(self):
        """What was written, under a heading each."""
        for words, stream in ((STDOUT_LINE, sys.stdout), (STDERR_LINE, sys.stderr)):
            text = stream.getvalue()
            if text:
                yield words % (text if text.endswith('\n') else text + '\n')

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for text in self._buffered():
                own = self._original_stdout if text.startswith('\nStdout') else self._original_stderr
                own.write(text)
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for stream in (self._stdout_buffer, self._stderr_buffer):
            stream.seek(0)
            stream.truncate()

    def _exc_info_to_string(self, err, test):
        from traceback import TracebackException
        exc_type, exc, tb = err
        tb = self._clean_tracebacks(exc_type, exc, tb, test)
        report = TracebackException(exc_type, exc, tb, capture_locals=self.tb_locals, compact=True)
        lines = list(report.format())
        if self.buffer:
            lines.extend(self._buffered())
        return ''.join(lines)

    def _clean_tracebacks(self, exc_type, exc, tb, test):
        """Takes the frames of this package out of the tracebacks of an exception and of those it is chained to."""
        shown = None
        seen = {id(exc)}
        waiting = [(exc_type, exc, tb)]
        is_first = True
        while waiting:
            each_type, each, tb = waiting.pop()
            while tb is not None and self._is_relevant_tb_level(tb):
                tb = tb.tb_next
            if each_type is test.failureException:
                self._remove_unittest_tb_frames(tb)
            if is_first:
                shown = tb
                is_first = False
            else:
                each.__traceback__ = tb
            if each is None:
                continue
            for other in (each.__cause__, each.__context__):
                if other is not None and id(other) not in seen:
                    seen.add(id(other))
                    waiting.append((type(other), other, other.__traceback__))
        return shown

    def _is_relevant_tb_level(self, tb):
        return '__unittest' in tb.tb_frame.f_globals

    def _remove_unittest_tb_frames(self, tb):
        last = None
        while tb is not None and not self._is_relevant_tb_level(tb):
            last = tb
            tb = tb.tb_next
        if last is not None:
            last.tb_next = None
`

export const suiteSource = String.raw`
import sys

from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    """Tests to be run one after the other."""

    # Whether a test is let go when it has been run.
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result):
        for i, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(i)
        return result

    def _removeTestAtIndex(self, index):
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def debug(self):
        for test in self:
            test.debug()


class _Buffered:
    """A block whose output a result may keep for itself."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        getattr(self.result, '_setupStdout', _nothing)()

    def __exit__(self, *exc_info):
        getattr(self.result, '_restoreStdout', _nothing)()


def _nothing():
    pass


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


class TestSuite(BaseTestSuite):
    """Tests and suites; calls setUpModule, setUpClass and their counterparts where module and class change."""

    def run(self, result, debug=False):
        is_outermost = getattr(result, '_testRunEntered', False) is False
        if is_outermost:
            result._testRunEntered = True
        for i, test in enumerate(self):
            if result.shouldStop:
                break
            if not _is_suite(test) and not self._prepare(test, result):
                continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(i)
        if is_outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _prepare(self, test, result):
        """Ends the previous class and module and begins this test's, where they differ. False if that failed."""
        self._tearDownPreviousClass(test, result)
        self._handleModuleFixture(test, result)
        self._handleClassSetUp(test, result)
        result._previousTestClass = test.__class__
        return not (getattr(test.__class__, '_classSetupFailed', False) or
                    getattr(result, '_moduleSetUpFailed', False))

    def _handleClassSetUp(self, test, result):
        cls = test.__class__
        if cls == getattr(result, '_previousTestClass', None) or result._moduleSetUpFailed:
            return
        if getattr(cls, '__unittest_skip__', False):
            return
        self._mark(cls, False)
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        with _Buffered(result):
            try:
                set_up()
            except Exception as exc:
                if isinstance(result, _DebugResult):
                    raise
                self._mark(cls, True)
                self._add(result, exc, 'setUpClass', strclass(cls))
            else:
                return
            if hasattr(cls, 'doClassCleanups'):
                cls.doClassCleanups()
                for exc_info in cls.tearDown_exceptions:
                    self._add(result, exc_info[1], 'setUpClass', strclass(cls), exc_info)

    def _mark(self, cls, failed):
        try:
            cls._classSetupFailed = failed
        except TypeError:
            # The class of something that merely behaves like a test.
            pass

    def _tearDownPreviousClass(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if cls is None or test.__class__ == cls:
            return
        if getattr(cls, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
            return
        if getattr(cls, '__unittest_skip__', False):
            return
        tear_down = getattr(cls, 'tearDownClass', None)
        clean_up = getattr(cls, 'doClassCleanups', None)
        if tear_down is None and clean_up is None:
            return
        with _Buffered(result):
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as exc:
                    if isinstance(result, _DebugResult):
                        raise
                    self._add(result, exc, 'tearDownClass', strclass(cls))
            if clean_up is not None:
                clean_up()
                for exc_info in cls.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise exc_info[1]
                    self._add(result, exc_info[1], 'tearDownClass', strclass(cls), exc_info)

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), 'setUpModule', None)
        if set_up is None:
            return
        with _Buffered(result):
            try:
                set_up()
            except Exception as exc:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._add(result, exc, 'setUpModule', name)
            else:
                return
            try:
                case.doModuleCleanups()
            except Exception as exc:
                self._add(result, exc, 'setUpModule', name)

    def _get_previous_module(self, result):
        cls = getattr(result, '_previousTestClass', None)
        return None if cls is None else cls.__module__

    def _handleModuleTearDown(self, result):
        name = self._get_previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return
        steps = [getattr(sys.modules[name], 'tearDownModule', None), case.doModuleCleanups]
        with _Buffered(result):
            for step in steps:
                if step is None:
                    continue
                try:
                    step()
                except Exception as exc:
                    if isinstance(result, _DebugResult):
                        raise
                    self._add(result, exc, 'tearDownModule', name)

    def _add(self, result, exc, method_name, parent, info=None):
        """Tells the result of an exception outside of tests."""
        error = _ErrorHolder(f'{method_name} ({parent})')
        add_skip = getattr(result, 'addSkip', None)
        if add_skip is not None and isinstance(exc, case.SkipTest):
            add_skip(error, str(exc))
        else:
            result.addError(error, info or sys.exc_info())


class _ErrorHolder:
    """Stands for a test in a result, where set-up or tear-down of a class or module failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    """Knows of the previous class, and else of nothing."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
`
