/**
 * `unittest.case`: the test case itself, functions as test cases, and subtests; together with outcomes, expectations
 * and assertions one module. As `Lib/unittest/case.py`.
 */
import { assertionsSource } from './assertions.ts'
import { expectationsSource } from './expectations.ts'
import { outcomeSource } from './outcome.ts'

const testCaseSource = String.raw`
_equality_functions = {
    dict: 'assertDictEqual',
    list: 'assertListEqual',
    tuple: 'assertTupleEqual',
    set: 'assertSetEqual',
    frozenset: 'assertSetEqual',
    str: 'assertMultiLineEqual',
}


class TestCase(_Assertions):
    """One test: a method of a subclass whose name begins with 'test', run between setUp and tearDown."""

    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._testMethodDoc = 'No test'
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        else:
            self._testMethodDoc = method.__doc__
        self._outcome = None
        self._subtest = None
        self._cleanups = []
        self._type_equality_funcs = dict(_equality_functions)

    def setUp(self):
        "Called before the test method."

    def tearDown(self):
        "Called after the test method, if setUp came to its end."

    @classmethod
    def setUpClass(cls):
        "Called before the first test of the class."

    @classmethod
    def tearDownClass(cls):
        "Called after the last test of the class."

    def addCleanup(self, function, /, *args, **kwargs):
        """A call to be made after tearDown, also when setUp failed; the last one added comes first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enters a context manager that is left with the test's cleanups."""
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """The same for a class, after tearDownClass."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from .result import TestResult
        return TestResult()

    def id(self):
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def shortDescription(self):
        """The first line of the method's docstring, or None."""
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    def subTest(self, msg=_no_message, **params):
        """For a with statement: a block that may fail without ending the test."""
        return _SubTestBlock(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # What a subclass with an event loop does differently.

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            words = f'It is deprecated to return a value that is not None from a test case ({method})'
            _warn(words, DeprecationWarning, 3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result=None):
        """Runs the test and tells the result, which is returned."""
        stop = None
        if result is None:
            result = self.defaultTestResult()
            start = getattr(result, 'startTestRun', None)
            stop = getattr(result, 'stopTestRun', None)
            if start is not None:
                start()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = _skip_reason(self, method)
            if reason is None:
                self._run(method, result)
            else:
                _addSkip(result, self, reason)
            return result
        finally:
            result.stopTest(self)
            if stop is not None:
                stop()

    def _run(self, method, result):
        expected = '__unittest_expecting_failure__'
        expecting_failure = getattr(self, expected, False) or getattr(method, expected, False)
        outcome = _Outcome(result)
        began = time.perf_counter()
        try:
            self._outcome = outcome
            with outcome.testPartExecutor(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting_failure
                with outcome.testPartExecutor(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.testPartExecutor(self):
                    self._callTearDown()
            self.doCleanups()
            self._addDuration(result, time.perf_counter() - began)
            if not outcome.success:
                return
            if not expecting_failure:
                result.addSuccess(self)
            elif outcome.expectedFailure:
                self._addExpectedFailure(result, outcome.expectedFailure)
            else:
                self._addUnexpectedSuccess(result)
        finally:
            # The traceback of an expected failure leads back here.
            outcome.expectedFailure = None
            outcome = None
            self._outcome = None

    def _addDuration(self, result, elapsed):
        if hasattr(result, 'addDuration'):
            result.addDuration(self, elapsed)
        else:
            _warn('TestResult has no addDuration method')

    def _addExpectedFailure(self, result, exc_info):
        if hasattr(result, 'addExpectedFailure'):
            result.addExpectedFailure(self, exc_info)
        else:
            _warn('TestResult has no addExpectedFailure method, reporting as passes')
            result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        if hasattr(result, 'addUnexpectedSuccess'):
            result.addUnexpectedSuccess(self)
            return
        _warn('TestResult has no addUnexpectedSuccess method, reporting as failure')
        try:
            raise _UnexpectedSuccess from None
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def debug(self):
        """Runs the test without a result: what it raises is raised."""
        method = getattr(self, self._testMethodName)
        reason = _skip_reason(self, method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


class _SubTestBlock:
    def __init__(self, case, msg, params):
        self.case = case
        self.msg = msg
        self.params = params
        self.part = None

    def __enter__(self):
        case = self.case
        outcome = case._outcome
        if outcome is None or not outcome.result_supports_subtests:
            return
        self.outer = case._subtest
        if self.outer is not None:
            # The innermost parameters come first.
            self.params = {**self.params, **{k: v for k, v in self.outer.params.items() if k not in self.params}}
        case._subtest = _SubTest(case, self.msg, self.params)
        self.part = outcome.testPartExecutor(case._subtest, subTest=True)
        self.part.__enter__()

    def __exit__(self, exc_type, exc, tb):
        if self.part is None:
            return False
        outcome = self.case._outcome
        try:
            handled = self.part.__exit__(exc_type, exc, tb)
            if handled:
                if not outcome.success:
                    if outcome.result is not None and outcome.result.failfast:
                        raise _ShouldStop
                elif outcome.expectedFailure:
                    raise _ShouldStop
            return handled
        finally:
            self.case._subtest = self.outer
            exc = tb = None


class _SubTest(TestCase):
    """A block of a test, as results see it."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not _no_message:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append('(' + ', '.join(f'{name}={value!r}' for name, value in self.params.items()) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc = testFunc
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def _key(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((type(self), *self._key()))

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None
`

export const caseSource: string = outcomeSource + expectationsSource + assertionsSource + testCaseSource
