/**
 * `unittest.loader`: from classes, modules and names to suites. Looking for tests in folders is left out: there are
 * no folders here. As `Lib/unittest/loader.py`.
 */
export const loaderSource = String.raw`
import functools
import types

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    """Stands for tests that could not be loaded; raises what stood in the way."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)
        def testFailure():
            raise self._exception
        return testFailure


def _is_case(obj):
    return (isinstance(obj, type) and issubclass(obj, case.TestCase)
            and obj not in (case.TestCase, case.FunctionTestCase))


class TestLoader:
    """Makes suites of the tests in classes and modules."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. '
                            'Maybe you meant to derive from TestCase?')
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, in order."""
        prefix = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.'
        names = []
        for name in dir(testCaseClass):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                continue
            if self.testNamePatterns is None or self._matches(prefix + name):
                names.append(name)
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def _matches(self, name):
        from .patterns import matches
        return any(matches(name, pattern) for pattern in self.testNamePatterns)

    def loadTestsFromModule(self, module, *, pattern=None):
        found = [getattr(module, name) for name in dir(module)]
        tests = self.suiteClass([self.loadTestsFromTestCase(obj) for obj in found if _is_case(obj)])
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as exc:
            return self._failed(module.__name__, exc, 'Failed to call load_tests:\n%s')

    def _failed(self, name, exc, words):
        """A suite of one test, which fails."""
        import traceback
        message = words % traceback.format_exc()
        if exc is None:
            exc = ImportError(message)
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, exc),))

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def loadTestsFromName(self, name, module=None):
        """The tests of a dotted name: a module, a class, a method, or something that makes a test when called."""
        parts = name.split('.')
        failed = None
        if module is None:
            module, failed = self._import(parts)
            if module is None:
                return failed
            parts = parts[1:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as exc:
                if getattr(obj, '__path__', None) is not None and failed is not None:
                    return failed
                return self._failed(part, exc, 'Failed to access attribute:\n%s')
        return self._load(obj, parent, parts)

    def _import(self, parts):
        """The module of as many parts as can be imported, and the suite that reports a failure on the way."""
        failed = None
        for count in range(len(parts), 0, -1):
            try:
                return __import__('.'.join(parts[:count])), failed
            except ImportError:
                before = self.errors[:]
                words = f'Failed to import test module: {parts[count - 1]}\n%s'.replace('%', '%%').replace('%%s', '%s')
                failed = self._failed(parts[count - 1], None, words)
                if count > 1:
                    self.errors[:] = before
        return None, failed

    def _load(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if _is_case(obj):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f'calling {obj} returned {test}, not a test')

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        raise NotImplementedError('tests cannot be looked for in folders: there are no files here')


defaultTestLoader = TestLoader()
`

/** `unittest.patterns`, of our own: the patterns of `-k`, as `Lib/fnmatch.py` has them. */
export const patternsSource = String.raw`
import re

__unittest = True


def _parts(pattern):
    i = 0
    while i < len(pattern):
        char = pattern[i]
        i += 1
        if char == '*':
            yield '.*'
        elif char == '?':
            yield '.'
        elif char == '[' and (end := pattern.find(']', i + 1)) > 0:
            chars = pattern[i:end].replace('\\', r'\\')
            i = end + 1
            yield f'[^{chars[1:]}]' if chars[0] == '!' else f'[{chars}]'
        else:
            yield re.escape(char)


def matches(name, pattern):
    return re.fullmatch(''.join(_parts(pattern)), name, re.DOTALL) is not None
`
