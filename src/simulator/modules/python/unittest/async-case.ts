/**
 * `unittest.async_case`: test cases whose methods are coroutines, each case with an event loop of its own. As
 * `Lib/unittest/async_case.py`.
 */
export const asyncCaseSource = String.raw`
import asyncio
import contextvars
import inspect

from .case import TestCase, _warn

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """All parts of a test run in one context, on a loop of the test's own."""

    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager "
                'protocol'
            ) from None
        entered = await enter(cm)
        self.addAsyncCleanup(exit, cm, None, None, None)
        return entered

    def _callSetUp(self):
        # setUp may ask for the loop already.
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._callAsync(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:
            words = f'It is deprecated to return a value that is not None from a test case ({method})'
            _warn(words, DeprecationWarning, 4)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)

    def _callAsync(self, func, /, *args, **kwargs):
        assert inspect.iscoroutinefunction(func), f'{func!r} is not an async function'
        return self._runCoroutine(func(*args, **kwargs))

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        if inspect.iscoroutinefunction(func):
            return self._runCoroutine(func(*args, **kwargs))
        return self._asyncioTestContext.run(func, *args, **kwargs)

    def _runCoroutine(self, coroutine):
        assert self._asyncioRunner is not None, 'asyncio runner is not initialized'
        return self._asyncioRunner.run(coroutine, context=self._asyncioTestContext)

    def _setupAsyncioRunner(self):
        assert self._asyncioRunner is None, 'asyncio runner is already initialized'
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _tearDownAsyncioRunner(self):
        self._asyncioRunner.close()

    def run(self, result=None):
        self._setupAsyncioRunner()
        try:
            return super().run(result)
        finally:
            self._tearDownAsyncioRunner()

    def debug(self):
        self._setupAsyncioRunner()
        super().debug()
        self._tearDownAsyncioRunner()

    def __del__(self):
        if self._asyncioRunner is not None:
            self._tearDownAsyncioRunner()
`
