# Examples in docstrings as test cases, as far as CPython's tests use them: `DocTestSuite`, directives, and the
# comparison with ellipses, white space and exceptions.

import io
import re
import sys
import traceback
import types
import unittest

_flags = [
    'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
    'IGNORE_EXCEPTION_DETAIL', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'FAIL_FAST',
]
for _number, _name in enumerate(_flags):
    globals()[_name] = 1 << _number

_example = re.compile(r'''
    (?P<source>
        (?:^(?P<indent>[ ]*)>>>[ ].*)
        (?:\n[ ]*\.\.\.(?:[ ].*)?$)*)
    \n?
    (?P<want>
        (?:(?![ ]*$)(?![ ]*>>>).+$\n?)*)
''', re.MULTILINE | re.VERBOSE)
_directive = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
_exception = re.compile(r'''
    ^Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):\s*$
    (?P<stack>.*?)
    ^(?P<msg>\w+.*)
''', re.VERBOSE | re.MULTILINE | re.DOTALL)


class Example:
    def __init__(self, source, want, lineno, options):
        self.source = source
        self.want = want
        self.lineno = lineno
        self.options = options
        match = _exception.match(want)
        self.exc_msg = None if match is None else match['msg'].rstrip('\n') + '\n'


def _lines_without(text, count):
    return '\n'.join(line[count:] for line in text.split('\n'))


def _parse(text):
    text = text.expandtabs()
    indents = [len(line) - len(line.lstrip(' ')) for line in text.split('\n') if line.strip()]
    text = _lines_without(text, min(indents, default=0))
    examples = []
    for match in _example.finditer(text):
        indent = len(match['indent'])
        source = _lines_without(match['source'], indent + 4)
        want = _lines_without(match['want'], indent)
        if want and not want.endswith('\n'):
            want += '\n'
        if re.fullmatch(r'\s*(#.*)?', source) and not _directive.search(source):
            continue
        options = {}
        for directive in _directive.findall(source):
            for word in directive.replace(',', ' ').split():
                options[globals()[word[1:]]] = word[0] == '+'
        examples.append(Example(source + '\n', want, text.count('\n', 0, match.start()), options))
    return examples


def _comparable(text, flags):
    if not flags & DONT_ACCEPT_BLANKLINE:
        text = re.sub(r'(?m)^<BLANKLINE>\s*?$', '', text)
    return text


def _matches_ellipsis(want, got):
    start, *middle = want.split('...')
    if not middle:
        return want == got
    end = middle.pop()
    if not got.startswith(start) or not got.endswith(end) or len(start) + len(end) > len(got):
        return False
    at, stop = len(start), len(got) - len(end)
    for piece in middle:
        at = got.find(piece, at, stop)
        if at < 0:
            return False
        at += len(piece)
    return True


def _agree(want, got, flags):
    if got == want or not flags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
        return True
    if not flags & DONT_ACCEPT_BLANKLINE:
        want = re.sub(r'(?m)^<BLANKLINE>\s*?$', '', want)
        got = re.sub(r'(?m)^[^\S\n]+$', '', got)
        if got == want:
            return True
    if flags & NORMALIZE_WHITESPACE:
        got, want = ' '.join(got.split()), ' '.join(want.split())
        if got == want:
            return True
    return bool(flags & ELLIPSIS) and _matches_ellipsis(want, got)


def _without_detail(message):
    """The name of the exception alone."""
    return message.split(':')[0].split('\n')[0].rsplit('.', 1)[-1]


class DocTest:
    def __init__(self, name, examples, globs):
        self.name = name
        self.examples = examples
        self.globs = globs


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None):
        super().__init__()
        self._dt_test = test
        self._dt_flags = optionflags
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()

    def id(self):
        return self._dt_test.name

    def __str__(self):
        return self._dt_test.name

    def shortDescription(self):
        return f'Doctest: {self._dt_test.name}'

    def runTest(self):
        failures = []
        stdout, displayhook = sys.stdout, sys.displayhook
        sys.displayhook = sys.__displayhook__
        globs = self._dt_test.globs.copy()
        try:
            for number, example in enumerate(self._dt_test.examples):
                sys.stdout = io.StringIO()
                failures.extend(self._try(number, example, globs))
        finally:
            sys.stdout, sys.displayhook = stdout, displayhook
            globs.clear()
        if failures:
            raise self.failureException('\n'.join(failures))

    def _try(self, number, example, globs):
        flags = self._dt_flags
        for flag, is_on in example.options.items():
            flags = flags | flag if is_on else flags & ~flag
        if flags & SKIP:
            return
        exc = None
        try:
            code = compile(example.source, f'<doctest {self._dt_test.name}[{number}]>', 'single', 0, True)
            exec(code, globs)
        except KeyboardInterrupt:
            raise
        except BaseException as raised:
            exc = raised
        got = sys.stdout.getvalue()
        if got and not got.endswith('\n'):
            got += '\n'
        if exc is None:
            is_right = _agree(example.want, got, flags)
        else:
            message = traceback.format_exception_only(exc)[-1]
            if isinstance(exc, SyntaxError):
                # Where it is does not matter.
                message = message[message.index(type(exc).__name__):]
            want = example.exc_msg
            is_right = want is not None and _agree(want, message, flags)
            if not is_right and want is not None and flags & IGNORE_EXCEPTION_DETAIL:
                is_right = _without_detail(want) == _without_detail(message)
            got += ''.join(traceback.format_exception(exc))
            exc = raised = None
        if not is_right:
            yield (f'Failed example (line {example.lineno}):\n    {example.source}Expected:\n{example.want}'
                   f'Got:\n{got}')


def _found(obj, name, module, seen):
    """Pairs of name and docstring, of an object and of what is defined in it."""
    if id(obj) in seen:
        return
    seen.add(id(obj))
    doc = getattr(obj, '__doc__', None)
    if isinstance(doc, str):
        yield name, doc
    if isinstance(obj, types.ModuleType):
        for each, value in vars(obj).items():
            value = getattr(value, '__wrapped__', value)
            if isinstance(value, (types.FunctionType, type)) and value.__module__ == module.__name__:
                yield from _found(value, f'{name}.{each}', module, seen)
        for each, value in getattr(obj, '__test__', {}).items():
            if isinstance(value, str):
                yield f'{name}.__test__.{each}', value
            else:
                yield from _found(value, f'{name}.__test__.{each}', module, seen)
    elif isinstance(obj, type):
        for each, value in vars(obj).items():
            value = getattr(value, '__func__', value)
            if isinstance(value, (types.FunctionType, type, property)) and getattr(
                    value, '__module__', module.__name__) == module.__name__:
                yield from _found(value, f'{name}.{each}', module, seen)


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, setUp=None, tearDown=None, optionflags=0):
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals['__name__']]
    elif isinstance(module, str):
        module = __import__(module, fromlist=['*'])
    suite = unittest.TestSuite()
    for name, doc in sorted(_found(module, module.__name__, module, set())):
        examples = _parse(doc)
        if examples:
            namespace = dict(vars(module) if globs is None else globs)
            namespace.update(extraglobs or {})
            namespace.setdefault('__name__', '__main__')
            suite.addTest(DocTestCase(DocTest(name, examples, namespace), optionflags, setUp, tearDown))
    return suite


class DocTestFinder:
    """Named by tests that look for other examples than those of a module."""

    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest('only DocTestSuite is here')


def testmod(*args, **kwargs):
    raise unittest.SkipTest('only DocTestSuite is here')


run_docstring_examples = DocFileSuite = testmod


def DocFileSuite(*paths, **options):
    """Examples in files of text are not run."""
    return unittest.TestSuite()
