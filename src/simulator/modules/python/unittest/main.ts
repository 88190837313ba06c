/**
 * `unittest.main()`: tests of a module as a program with options, as `Lib/unittest/main.py`.
 */
export const mainSource = String.raw`
import sys

from . import loader, runner
from .signals import installHandler

__unittest = True

_NO_TESTS_EXITCODE = 5

_options = {
    '-h': ('help', 'show this help'),
    '-v': ('verbose', 'a line a test'),
    '-q': ('quiet', 'the summary only'),
    '-f': ('failfast', 'end at the first failure'),
    '-c': ('catch', 'end the running test at an interrupt'),
    '-b': ('buffer', 'show the output of tests that fail only'),
    '-k': (None, 'run the tests whose name matches the pattern that follows'),
    '--locals': ('locals', 'show local variables in tracebacks'),
    '--durations': ('durations', 'show as many of the slowest tests'),
}


class TestProgram:
    """Runs the tests of a module, or those named on the command line."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        self.module = module
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        if argv is None:
            argv = sys.argv
        self.progName = argv[0].rpartition('/')[2]
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        self.tests = []
        waiting = list(argv[1:])
        while waiting:
            word = waiting.pop(0)
            if word.startswith('-') and word != '-':
                self._option(word, waiting)
            else:
                self.tests.append(word)
        self.failfast = bool(self.failfast)
        self.catchbreak = bool(self.catchbreak)
        self.buffer = bool(self.buffer)
        self.testNamePatterns = self.testNamePatterns or []
        if self.tests:
            self.testNames = self.tests
        elif self.defaultTest is None:
            self.testNames = None
        else:
            self.testNames = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def _option(self, word, waiting):
        name, _, value = word.partition('=')
        if not word.startswith('--') and len(word) > 2:
            # -vf is -v -f, and -kpattern is -k pattern.
            name, rest = word[:2], word[2:]
            waiting.insert(0, rest if name == '-k' else '-' + rest)
        name = next((short for short, (long, _) in _options.items() if name == f'--{long}'), name)
        if name in ('-k', '--durations') and not value:
            if not waiting:
                self._usage(f'argument {name}: expected one argument')
            value = waiting.pop(0)
        if name == '-h':
            self._print_help()
            sys.exit(0)
        elif name == '-v':
            self.verbosity = 2
        elif name == '-q':
            self.verbosity = 0
        elif name == '-f':
            self.failfast = True
        elif name == '-c':
            self.catchbreak = True
        elif name == '-b':
            self.buffer = True
        elif name == '--locals':
            self.tb_locals = True
        elif name == '-k':
            pattern = value if '*' in value else f'*{value}*'
            self.testNamePatterns = [*(self.testNamePatterns or ()), pattern]
        elif name == '--durations':
            try:
                self.durations = int(value)
            except ValueError:
                self._usage(f'argument --durations: invalid int value: {value!r}')
        else:
            self._usage(f'unrecognized arguments: {word}')

    def _usage(self, message):
        sys.stderr.write(f'usage: {self.progName} [options] [tests ...]\n{self.progName}: error: {message}\n')
        sys.exit(2)

    def _print_help(self, *args, **kwargs):
        print(f'usage: {self.progName} [options] [tests ...]\n\noptions:')
        for short, (long, words) in _options.items():
            names = short if long is None or short.startswith('--') else f'{short}, --{long}'
            print(f'  {names:<16} {words}')

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        self.result = self._makeRunner().run(self.test)
        if not self.exit:
            return
        if self.result.testsRun == 0 and not self.result.skipped:
            sys.exit(_NO_TESTS_EXITCODE)
        sys.exit(0 if self.result.wasSuccessful() else 1)

    def _makeRunner(self):
        """The runner, or one made of its class with as many of the options as it takes."""
        if not isinstance(self.testRunner, type):
            return self.testRunner
        few = dict(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings)
        for options in ({**few, 'tb_locals': self.tb_locals, 'durations': self.durations}, few):
            try:
                return self.testRunner(**options)
            except TypeError:
                pass
        return self.testRunner()


main = TestProgram
`

/** `unittest` itself. */
export const unittestSource = String.raw`
"""Tests: cases, suites, loading, running."""

from .result import TestResult
from .case import (
    addModuleCleanup, TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure,
    doModuleCleanups, enterModuleContext,
)
from .suite import BaseTestSuite, TestSuite
from .loader import TestLoader, defaultTestLoader
from .main import TestProgram, main
from .runner import TextTestRunner, TextTestResult
from .signals import installHandler, registerResult, removeResult, removeHandler

__all__ = [
    'TestResult', 'TestCase', 'IsolatedAsyncioTestCase', 'TestSuite', 'TextTestRunner', 'TestLoader',
    'FunctionTestCase', 'main', 'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless', 'expectedFailure',
    'TextTestResult', 'installHandler', 'registerResult', 'removeResult', 'removeHandler', 'addModuleCleanup',
    'doModuleCleanups', 'enterModuleContext',
]

__unittest = True


def __dir__():
    return globals().keys() | {'IsolatedAsyncioTestCase'}


def __getattr__(name):
    # Not before it is asked for: most tests need no event loop.
    if name == 'IsolatedAsyncioTestCase':
        global IsolatedAsyncioTestCase
        from .async_case import IsolatedAsyncioTestCase
        return IsolatedAsyncioTestCase
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
`
