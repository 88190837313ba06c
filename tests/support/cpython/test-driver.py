# Runs tests of one of CPython's test files, on CPython and on the simulator alike:
#
#     test-driver.py MODULE [NAME …]
#
# Prints a line for each test: a mark, how it ended (passed, failed, refused), its name and a text in hexadecimal.
# Names are those of unittest without the module. Without names all tests of the module are run.

import sys
import unittest

MARK = '\x1e'

# Extension modules and parts of the machine that a test may ask for; without them it is refused, not failed.
ABSENT = {
    '_ctypes', '_datetime', '_interpreters', '_opcode', '_socket', '_testbuffer',
    '_testmultiphase', '_testsinglephase', '_xxtestfuzz', 'concurrent.futures', 'ctypes',
    'faulthandler', 'fcntl', 'mmap', 'multiprocessing', 'select', 'selectors',
    'signal', 'socket', 'test.support.interpreters', 'tkinter', 'xxsubtype',
    'zlib',
}

# Stand-ins that have only some of what CPython's modules have.
PARTIAL = {'_testcapi', '_testinternalcapi', '_testlimitedcapi'}

# How the text begins if there are no tests because of an error.
UNLOADED = 'the file cannot be imported'

stdout = sys.stdout


def tell(outcome, name, text=''):
    stdout.write(f"{MARK}{outcome}\t{name}\t{text.encode('utf-8', 'backslashreplace').hex()}\n")
    stdout.flush()


def each_test(suite):
    for each in suite:
        if isinstance(each, unittest.BaseTestSuite):
            yield from each_test(each)
        else:
            yield each


def named_tests(module):
    """Pairs of name and test; the second of a name is called name#2."""
    counts = {}
    prefix = module.__name__ + '.'
    for test in each_test(unittest.defaultTestLoader.loadTestsFromModule(module)):
        name = test.id().removeprefix(prefix)
        counts[name] = count = counts.get(name, 0) + 1
        yield (name if count == 1 else f'{name}#{count}'), test


class Result(unittest.TestResult):
    """How one test ended: failed if any part of it did, else refused if any part was."""

    def __init__(self):
        super().__init__()
        self.outcome = 'passed'
        self.text = ''

    def _worse(self, outcome, text):
        if self.outcome != 'failed':
            self.outcome = outcome
            self.text = text

    def _fail(self, err, test):
        exc = err[1]
        if isinstance(exc, ImportError) and exc.name in ABSENT:
            self._worse('refused', f'there is no module {exc.name} here')
        elif isinstance(exc, ImportError) and exc.name in PARTIAL:
            self._worse('refused', f'{exc.name}.{exc.name_from} does not exist here')
        elif isinstance(exc, (ImportError, OSError)) and 'in this simulator' in str(exc):
            self._worse('refused', str(exc))
        else:
            self._worse('failed', self._exc_info_to_string(err, test))

    def addError(self, test, err):
        self._fail(err, test)

    def addFailure(self, test, err):
        self._fail(err, test)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._fail(err, test)

    def addSkip(self, test, reason):
        self._worse('refused', reason)

    def addUnexpectedSuccess(self, test):
        self._worse('failed', 'unexpected success')

    def addExpectedFailure(self, test, err):
        pass


def run(name, test):
    result = Result()
    unittest.TestSuite([test])(result)
    tell(result.outcome, name, result.text)


def main(module_name, names):
    try:
        # What it puts right is there before a test's file imports anything.
        import test.support
        module = __import__(module_name, fromlist=['*'])
        tests = dict(named_tests(module))
    except unittest.SkipTest as exc:
        return [tell('refused', name, str(exc)) for name in names]
    except Exception as exc:
        import traceback
        text = f'{UNLOADED}\n{traceback.format_exc()}'
        return [tell('failed', name, text) for name in names or ['*']]
    for name in names or list(tests):
        if name in tests:
            run(name, tests.pop(name))
        else:
            tell('failed', name, 'there is no such test')


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
