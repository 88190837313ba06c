/**
 * `unittest.runner`: a result that is written while the tests run, and the runner that writes the rest. As
 * `Lib/unittest/runner.py`.
 */
export const runnerSource = String.raw`
import sys
import time

from .case import _SubTest
from .result import TestResult
from .signals import registerResult

__unittest = True


class _WritelnDecorator:
    """A stream with one method more."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ('stream', '__getstate__'):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write('\n')


class TextTestResult(TestResult):
    """Writes a letter a test, or with more verbosity a line."""

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.descriptions = descriptions
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.durations = durations
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        return f'{test}\n{first_line}' if self.descriptions and first_line else str(test)

    def _begin_line(self, test):
        self.stream.write(self.getDescription(test))
        self.stream.write(' ... ')

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._begin_line(test)
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        is_subtest = isinstance(test, _SubTest)
        if is_subtest or self._newline:
            if not self._newline:
                self.stream.writeln()
            if is_subtest:
                self.stream.write('  ')
            self._begin_line(test)
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _show(self, test, letter, words):
        if self.showAll:
            self._write_status(test, words)
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._show(subtest, *(('F', 'FAIL') if failed else ('E', 'ERROR')))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show(test, '.', 'ok')

    def addError(self, test, err):
        super().addError(test, err)
        self._show(test, 'E', 'ERROR')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show(test, 'F', 'FAIL')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(test, 's', f'skipped {reason!r}')

    def _show_plainly(self, letter, words):
        if self.showAll:
            self.stream.writeln(words)
            self.stream.flush()
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show_plainly('x', 'expected failure')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show_plainly('u', 'unexpected success')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        successes = getattr(self, 'unexpectedSuccesses', ())
        if successes:
            self.stream.writeln(self.separator1)
            for test in successes:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(str(text))
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes how they end, and a summary."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.warnings = warnings
        self.tb_locals = tb_locals
        self.durations = durations
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        args = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*args, durations=self.durations)
        except TypeError:
            return self.resultclass(*args)

    def run(self, test):
        import warnings
        result = self._makeResult()
        registerResult(result)
        result.failfast = self.failfast
        result.buffer = self.buffer
        result.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            began = time.perf_counter()
            getattr(result, 'startTestRun', _nothing)()
            try:
                test(result)
            finally:
                getattr(result, 'stopTestRun', _nothing)()
            elapsed = time.perf_counter() - began
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        count = result.testsRun
        self.stream.writeln(f"Ran {count} test{'s' if count != 1 else ''} in {elapsed:.3f}s")
        self.stream.writeln()
        self._printSummary(result)
        self.stream.flush()
        return result

    def _printDurations(self, result):
        if not result.collectedDurations:
            return
        longest = sorted(result.collectedDurations, key=lambda pair: pair[1], reverse=True)
        if self.durations > 0:
            longest = longest[:self.durations]
        self.stream.writeln('Slowest test durations')
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        shown = [pair for pair in longest if self.verbosity > 1 or pair[1] >= 0.001]
        for name, elapsed in shown:
            self.stream.writeln(f"{f'{elapsed:.3f}s':<10} {name}")
        if len(shown) < len(longest):
            self.stream.writeln('\n(durations < 0.001s were hidden; use -v to show these durations)')
        else:
            self.stream.writeln('')

    def _printSummary(self, result):
        skipped = len(getattr(result, 'skipped', ()))
        counts = []
        if not result.wasSuccessful():
            word = 'FAILED'
            counts += [('failures', len(result.failures)), ('errors', len(result.errors))]
        else:
            word = 'OK' if result.testsRun or skipped else 'NO TESTS RAN'
        counts += [
            ('skipped', skipped),
            ('expected failures', len(getattr(result, 'expectedFailures', ()))),
            ('unexpected successes', len(getattr(result, 'unexpectedSuccesses', ()))),
        ]
        details = ', '.join(f'{name}={count}' for name, count in counts if count)
        self.stream.writeln(f'{word} ({details})' if details else word)


def _nothing():
    pass
`

/** `unittest.signals`: results that an interrupt is to stop. There are no signals here but KeyboardInterrupt. */
export const signalsSource = String.raw`
import weakref

__unittest = True

_results = weakref.WeakKeyDictionary()


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    raise NotImplementedError('an interrupt cannot be caught for tests: there are no signals here')


def removeHandler(method=None):
    return method
`
