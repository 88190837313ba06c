# Threads for tests.

import contextlib
import functools
import unittest


def threading_setup():
    import _thread
    return _thread._count(), 0


def threading_cleanup(*original_values):
    pass


def reap_threads(func):
    @functools.wraps(func)
    def decorator(*args):
        return func(*args)
    return decorator


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


def join_thread(thread, timeout=None):
    thread.join(timeout)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    for thread in threads:
        thread.start()
    try:
        if unlock:
            unlock()
        yield
    finally:
        for thread in threads:
            thread.join(60.0)


class catch_threading_exception:
    def __init__(self):
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None
        self._before = None

    def _hook(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __enter__(self):
        import threading
        self._before = threading.excepthook
        threading.excepthook = self._hook
        return self

    def __exit__(self, *exc_info):
        import threading
        threading.excepthook = self._before
        del self.exc_type, self.exc_value, self.exc_traceback, self.thread


def _can_start_thread():
    try:
        import _thread
        _thread.start_new_thread(lambda: None, ())
    except (ImportError, RuntimeError, NotImplementedError):
        return False
    return True


can_start_thread = _can_start_thread()


def requires_working_threading(*, module=False):
    if module:
        if not can_start_thread:
            raise unittest.SkipTest('threads do not exist here')
        return None
    return unittest.skipUnless(can_start_thread, 'threads do not exist here')
