# What CPython's tests use of test.support, for an interpreter without files, processes, sockets and C extensions.
# The names and what they promise are CPython's; tests that need what is not here are skipped with a reason.

import contextlib
import enum
import functools
import gc
import sys
import time
import types
import unittest
import _test_files

verbose = False
use_resources = ['cpu']
max_memuse = 0
real_max_memuse = 0
failfast = False
PGO = False
PGO_EXTENDED = False

LOOPBACK_TIMEOUT = 10.0
INTERNET_TIMEOUT = 60.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0

MAX_Py_ssize_t = sys.maxsize
NHASHBITS = sys.hash_info.width
_1M = 1 << 20
_1G = 1 << 30
_2G = 1 << 31
_4G = 1 << 32

MS_WINDOWS = is_jython = is_android = is_emscripten = is_wasi = is_apple_mobile = is_apple = False
Py_DEBUG = Py_TRACE_REFS = Py_GIL_DISABLED = False
has_fork_support = has_socket_support = False
has_strftime_extensions = True
# How many fields a `struct_time` has.
time._STRUCT_TM_ITEMS = 9
has_subprocess_support = True
TEST_MODULES_ENABLED = False
unix_shell = None
REPO_ROOT = STDLIB_DIR = TEST_HOME_DIR = '/usr/lib/python3.13'

# They exist; those of built-in objects are our own.
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class TestDidNotRun(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


def _id(obj):
    return obj


def _skip(reason):
    """For decorators that take no argument of their own."""
    def decorated(*args, **kwargs):
        return unittest.skip(reason)
    return decorated


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f'object {obj!r} has no attribute {name!r}')


def is_resource_enabled(resource):
    return resource in use_resources


def requires(resource, msg=None):
    if is_resource_enabled(resource):
        return
    raise ResourceDenied(msg or f'Use of the {resource!r} resource not enabled')


def requires_resource(resource):
    if is_resource_enabled(resource):
        return _id
    return unittest.skip(f'resource {resource!r} is not enabled')


requires_fork = _skip('processes do not exist here')
requires_working_socket = _skip('sockets do not exist here')
requires_zlib = requires_gzip = requires_bz2 = requires_lzma = _skip('compression is not simulated')
requires_venv_with_pip = _skip('processes do not exist here')
requires_docstrings = unittest.skipUnless(HAVE_DOCSTRINGS, 'docstrings of built-in objects are our own')
requires_limited_api = unittest.skip('needs a C extension')
requires_specialization = unittest.skip('instructions are not specialised')


def requires_subprocess():
    return _id


def requires_gil_enabled(msg=''):
    return _id


def expected_failure_if_gil_disabled():
    return _id


def requires_IEEE_754(test):
    return test


def requires_debug_ranges(reason=''):
    return _id


def has_no_debug_ranges():
    return False


def requires_linux_version(*version):
    return unittest.skip('needs an operating system')


requires_freebsd_version = requires_mac_ver = requires_linux_version


def check_sanitizer(*, address=False, memory=False, ub=False, thread=False):
    return False


def skip_if_sanitizer(reason=None, **kinds):
    return _id


def skip_if_buildbot(reason=None):
    return _id


def skip_if_pgo_task(test):
    return test


def skip_on_s390x(test):
    return test


def without_optimizer(test):
    return test


def anticipate_failure(condition):
    return unittest.expectedFailure if condition else _id


# Which implementation this is: CPython, as far as its tests go.

def check_impl_detail(**guards):
    if not guards:
        return True
    return guards.get('cpython', not next(iter(guards.values())))


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return _id
    return unittest.skip(msg or 'implementation detail of another Python')


def cpython_only(test):
    return test


@contextlib.contextmanager
def suppress_immortalization(suppress=True):
    yield


def skip_if_suppress_immortalization():
    return _id


def bigmemtest(size, memuse, dry_run=True):
    """Runs the test with a small size, or skips it where only the big one makes sense."""
    def decorator(test):
        def wrapper(self):
            if not dry_run:
                raise unittest.SkipTest('not enough memory')
            return test(self, 5147)
        wrapper.size = size
        wrapper.memuse = memuse
        return wrapper
    return decorator


def bigaddrspacetest(test):
    return unittest.skip('not enough memory')(test)


# Garbage

def gc_collect():
    gc.collect()
    gc.collect()
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def gc_threshold(*args):
    before = gc.get_threshold()
    gc.set_threshold(*args)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def no_tracing(test):
    return test


def refcount_test(test):
    return test


def late_deletion(obj):
    """Keeps the object until the interpreter has emptied its modules."""
    import builtins
    builtins._kept_late = obj


def check_free_after_iterating(test, iter, cls, args=()):
    is_done = False

    def run():
        class Watched(cls):
            def __del__(self):
                nonlocal is_done
                is_done = True
                try:
                    next(iterator)
                except StopIteration:
                    pass

        iterator = iter(Watched(*args))
        test.assertRaises(StopIteration, next, iterator)

    run()
    gc_collect()
    test.assertTrue(is_done)


class BrokenIter:
    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1/0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1/0

    def __iter__(self):
        if self.iter_raises:
            1/0
        return self


class catch_unraisable_exception:
    """Keeps what sys.unraisablehook is told, until the block ends."""

    def __init__(self):
        self.unraisable = None
        self._before = None

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._before = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._before
        del self.unraisable


# Sizes

_sizes = {'P': 8, 'n': 8, 'N': 8, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'd': 8, 'i': 4, 'I': 4, 'f': 4, 'h': 2, 'b': 1, 'B': 1, 'c': 1, '?': 1}


def _calcsize(format):
    """struct.calcsize of native formats, with their alignment."""
    total = 0
    count = ''
    for char in format:
        if char.isdigit():
            count += char
            continue
        size = _sizes[char]
        total = -(-total // size) * size + size * int(count or 1)
        count = ''
    return total


def calcobjsize(fmt):
    return _calcsize('nP' + fmt + '0n')


def calcvobjsize(fmt):
    return _calcsize('nPn' + fmt + '0n')


def check_sizeof(test, o, size):
    HAVE_GC, HEAPTYPE = 1 << 14, 1 << 9
    is_collected = o.__flags__ & HEAPTYPE if type(o) is type else type(o).__flags__ & HAVE_GC
    if is_collected:
        size += 16
    result = sys.getsizeof(o)
    test.assertEqual(result, size, f'wrong size for {type(o)}: got {result}, expected {size}')


def collision_stats(nbins, nballs):
    """Mean and standard deviation of the collisions of nballs thrown into nbins."""
    from decimal import Decimal, localcontext
    with localcontext() as context:
        bits = nbins.bit_length() * 2
        context.prec = max(30, int(bits * 0.3 + 10))
        context.Emin, context.Emax = -10**9, 10**9
        n, k = Decimal(nbins), nballs
        p1, p2 = ((n - 1) / n) ** k, ((n - 2) / n) ** k
        mean = k - n + n * p1
        variance = n * (n - 1) * p2 + n * p1 - n * n * p1 * p1
        return float(mean), float(variance.sqrt())


class CPUStopwatch:
    """Time passes with the calls that ask for it: nothing is slow."""
    seconds = 0.0
    clock_info = types.SimpleNamespace(resolution=0.0)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


def maybe_get_event_loop_policy():
    return None


# Recursion

def get_c_recursion_limit():
    return 10_000


def exceeds_recursion_limit():
    return get_c_recursion_limit() * 3


def get_recursion_depth():
    depth = 0
    frame = sys._getframe(1)
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth


def get_recursion_available():
    return sys.getrecursionlimit() - get_recursion_depth()


@contextlib.contextmanager
def set_recursion_limit(limit):
    before = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(limit)
        yield
    finally:
        sys.setrecursionlimit(before)


def infinite_recursion(max_depth=None):
    if max_depth is None:
        max_depth = 20_000
    elif max_depth < 3:
        raise ValueError(f'max_depth must be at least 3, got {max_depth}')
    return set_recursion_limit(max(get_recursion_depth() - 1, 1) + max_depth)


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    before = sys.get_int_max_str_digits()
    try:
        sys.set_int_max_str_digits(max_digits)
        yield
    finally:
        sys.set_int_max_str_digits(before)


def setswitchinterval(interval):
    return sys.setswitchinterval(interval)


# Output

_original_stdout = None


def record_original_stdout(stdout):
    global _original_stdout
    _original_stdout = stdout


def get_original_stdout():
    return _original_stdout or sys.stdout


@contextlib.contextmanager
def captured_output(stream_name):
    import io
    before = getattr(sys, stream_name)
    setattr(sys, stream_name, io.StringIO())
    try:
        yield getattr(sys, stream_name)
    finally:
        setattr(sys, stream_name, before)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


def captured_stdin():
    return captured_output('stdin')


def flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def print_warning(msg):
    print(f'Warning -- {msg}', file=sys.__stderr__)


def force_not_colorized(test):
    return test


def _without(module, name):
    """Puts a function into a module that refuses every test that calls it."""
    def refuse(*args, **kwargs):
        raise unittest.SkipTest(f'{module.__name__}.{name} is not simulated')
    if not hasattr(module, name):
        setattr(module, name, refuse)


_without(enum, '_test_simple_enum')


# Attributes and items changed for a while

_absent = object()


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    before = getattr(obj, attr, _absent)
    setattr(obj, attr, new_val)
    try:
        yield None if before is _absent else before
    finally:
        if before is not _absent:
            setattr(obj, attr, before)
        elif hasattr(obj, attr):
            delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
    before = obj[item] if item in obj else _absent
    obj[item] = new_val
    try:
        yield None if before is _absent else before
    finally:
        if before is not _absent:
            obj[item] = before
        elif item in obj:
            del obj[item]


def patch(test_instance, object_to_patch, attr_name, new_value):
    before = getattr(object_to_patch, attr_name)
    is_own = attr_name in getattr(object_to_patch, '__dict__', ())

    def restore():
        if is_own:
            setattr(object_to_patch, attr_name, before)
        else:
            delattr(object_to_patch, attr_name)
    test_instance.addCleanup(restore)
    setattr(object_to_patch, attr_name, new_value)


def run_with_locale(catstr, *locales):
    # There is one locale, and it is the first that would do.
    return _id


def run_with_tz(tz):
    return unittest.skip('there is one time zone')


@contextlib.contextmanager
def disable_faulthandler():
    yield


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


# Checks

def run_code(code):
    import textwrap
    namespace = {}
    exec(textwrap.dedent(code), namespace)
    return namespace


def check_syntax_error(testcase, statement, errtext='', *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as context:
        compile(statement, '<test string>', 'exec')
    error = context.exception
    testcase.assertIsNotNone(error.lineno)
    testcase.assertIsNotNone(error.offset)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    import re
    module, name = tp.__module__, tp.__name__
    qualified = f'{module}.{name}' if module != 'builtins' else name
    with testcase.assertRaisesRegex(TypeError, f'cannot create {re.escape(repr(qualified))} instances'):
        tp(*args, **kwds)


def detect_api_mismatch(ref_api, other_api, *, ignore=()):
    missing = set(dir(ref_api)) - set(dir(other_api)) - set(ignore)
    return {name for name in missing if not name.startswith('_') or name.endswith('__')}


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    if name_of_module is None:
        name_of_module = (module.__name__,)
    elif isinstance(name_of_module, str):
        name_of_module = (name_of_module,)
    expected = set(extra)
    for name in dir(module):
        if name.startswith('_') or name in not_exported:
            continue
        obj = getattr(module, name)
        if hasattr(obj, '__module__'):
            is_own = obj.__module__ in name_of_module
        else:
            is_own = not isinstance(obj, types.ModuleType)
        if is_own:
            expected.add(name)
    test_case.assertCountEqual(module.__all__, expected)


def sortdict(dict):
    return '{' + ', '.join('%r: %r' % pair for pair in sorted(dict.items())) + '}'


class Matcher:
    _partial_matches = ('msg', 'message')

    def matches(self, d, **kwargs):
        return all(self.match_value(key, d.get(key), value) for key, value in kwargs.items())

    def match_value(self, key, dv, value):
        if type(value) is not type(dv):
            return False
        if type(dv) is not str or key not in self._partial_matches:
            return value == dv
        return dv.find(value) >= 0


@functools.total_ordering
class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()
SMALLEST = _Smallest()


# Waiting

def busy_retry(timeout, err_msg=None, /, *, error=True):
    import time
    if timeout <= 0:
        raise ValueError('timeout must be greater than zero')
    began = time.monotonic()
    while True:
        yield
        elapsed = time.monotonic() - began
        if elapsed >= timeout:
            break
    if error:
        message = f'timeout ({elapsed:.1f} seconds)'
        raise AssertionError(f'{message}: {err_msg}' if err_msg else message)


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    import time
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


def reap_children():
    pass


def findfile(filename, subdir=None):
    raise unittest.SkipTest('files do not exist here')


def open_urlresource(url, *args, **kw):
    raise unittest.SkipTest('sockets do not exist here')


def run_in_subinterp(code):
    raise unittest.SkipTest('there is one interpreter')


run_in_subinterp_with_config = run_in_subinterp


def maybe_get_event_loop_policy():
    import asyncio.events
    return asyncio.events._event_loop_policy


def iter_builtin_types():
    import builtins
    for obj in vars(builtins).values():
        if isinstance(obj, type):
            yield obj


def iter_slot_wrappers(cls):
    for name, value in vars(cls).items():
        if name.startswith('__') and name.endswith('__') and 'slot wrapper' in str(value):
            yield name, vars(cls).get(name) is value


def ignore_deprecations_from(module, *, like):
    import warnings
    token = object()
    warnings.filterwarnings('ignore', category=DeprecationWarning, module=module, message=like)
    return token


def clear_ignored_deprecations(*tokens):
    pass


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
    """The tests of all files of a package."""
    import json
    from _heapbook_tests import list_library
    path = pkg_dir.removeprefix('/usr/lib/python3.13/')
    for name in sorted(json.loads(list_library(path))):
        if name.startswith('test') and name.endswith('.py'):
            module = f"{path.replace('/', '.')}.{name[:-3]}"
            standard_tests.addTests(loader.loadTestsFromModule(__import__(module, fromlist=['*'])))
    return standard_tests


def skip_if_buggy_ucrt_strfptime(test):
    return test
