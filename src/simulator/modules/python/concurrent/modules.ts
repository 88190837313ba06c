/**
 * `concurrent.futures`: futures, and a pool of threads. As everywhere here a thread runs from beginning to end when it
 * is started, so a call is over when `submit` returns.
 */
const concurrentSource = String.raw`
`

const futuresSource = String.raw`
from concurrent.futures._base import (
    FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError, TimeoutError, InvalidStateError,
    BrokenExecutor, Future, Executor, wait, as_completed)

__all__ = (
    'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError',
    'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor',
)


def __dir__():
    return __all__ + ('__author__', '__doc__')


def __getattr__(name):
    if name == 'ThreadPoolExecutor':
        from .thread import ThreadPoolExecutor
        return ThreadPoolExecutor
    if name == 'ProcessPoolExecutor':
        raise NotImplementedError("concurrent.futures.ProcessPoolExecutor is not simulated: there are no processes")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
`

const baseSource = String.raw`
import collections
import threading
import time
import types

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'
_CANCELLED = (CANCELLED, CANCELLED_AND_NOTIFIED)
_DONE = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)


def _logger():
    import logging
    return logging.getLogger("concurrent.futures")


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + time.monotonic()
    waiting = set(fs)
    total = len(waiting)
    finished = [f for f in waiting if f.done()]
    for f in finished:
        waiting.remove(f)
    while finished:
        yield finished.pop()
    while waiting:
        left = None if end is None else end - time.monotonic()
        if left is not None and left < 0:
            raise TimeoutError('%d (of %d) futures unfinished' % (len(waiting), total))
        done = wait(waiting, left, FIRST_COMPLETED).done
        while done:
            f = done.pop()
            waiting.remove(f)
            yield f


DoneAndNotDoneFutures = collections.namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return condition: %r" % return_when)
    fs = set(fs)

    def enough():
        done = [f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)]
        if len(done) == len(fs):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        return return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done)

    end = None if timeout is None else timeout + time.monotonic()
    event = threading.Event()
    for f in fs:
        f._waiters.append(event)
    try:
        while not enough():
            event.clear()
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0 or not event.wait(left):
                break
    finally:
        for f in fs:
            f._waiters.remove(event)
    done = {f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)}
    return DoneAndNotDoneFutures(done, fs - done)


def _result_or_cancel(fut, timeout=None):
    try:
        try:
#@ 317
            return fut.result(timeout)
        finally:
            fut.cancel()
    finally:
        del fut


class Future(object):
    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                _logger().exception('exception calling callback for %r', self)

    def __repr__(self):
        state = 'cancelled' if self._state in _CANCELLED else self._state.lower()
        if self._state == FINISHED:
            if self._exception:
                state += f' raised {self._exception.__class__.__name__}'
            else:
                state += f' returned {self._result.__class__.__name__}'
        return '<%s at %#x state=%s>' % (self.__class__.__name__, id(self), state)

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in _CANCELLED:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in _CANCELLED

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in _DONE

#@ 398
    def __get_result(self):
        if self._exception:
            try:
                raise self._exception
            finally:
                # The exception's traceback has this frame.
                self = None
        else:
            return self._result

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            _logger().exception('exception calling callback for %r', self)

    def result(self, timeout=None):
        try:
#@ 445
            with self._condition:
                if self._state in _CANCELLED:
                    raise CancelledError()
                elif self._state == FINISHED:
                    return self.__get_result()

                self._condition.wait(timeout)

                if self._state in _CANCELLED:
                    raise CancelledError()
                elif self._state == FINISHED:
                    return self.__get_result()
                else:
                    raise TimeoutError()
        finally:
            self = None

    def exception(self, timeout=None):
#@ 481
        with self._condition:
            if self._state in _CANCELLED:
                raise CancelledError()
            elif self._state == FINISHED:
                return self._exception

            self._condition.wait(timeout)

            if self._state in _CANCELLED:
                raise CancelledError()
            elif self._state == FINISHED:
                return self._exception
            else:
                raise TimeoutError()

    def _tell(self):
        for waiter in self._waiters:
            waiter.set()

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell()
                return False
            elif self._state == PENDING:
                self._state = RUNNING
                return True
            else:
                _logger().critical('Future %s in unexpected state: %s', id(self), self._state)
#@ 535
                raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        with self._condition:
            if self._state in _DONE:
#@ 544
                raise InvalidStateError('{}: {!r}'.format(self._state, self))
            self._result = result
            self._state = FINISHED
            self._tell()
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            if self._state in _DONE:
#@ 559
                raise InvalidStateError('{}: {!r}'.format(self._state, self))
            self._exception = exception
            self._state = FINISHED
            self._tell()
            self._condition.notify_all()
        self._invoke_callbacks()

    __class_getitem__ = classmethod(types.GenericAlias)


class Executor(object):
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if timeout is not None:
            end_time = timeout + time.monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

#@ 612
        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    # The future is not held while its result is used.
                    if timeout is None:
#@ 619
                        yield _result_or_cancel(fs.pop())
                    else:
                        yield _result_or_cancel(fs.pop(), end_time - time.monotonic())
            finally:
                for future in fs:
                    future.cancel()
        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class BrokenExecutor(RuntimeError):
    """Raised when a executor has become non-functional after a severe failure."""
`

const threadSource = String.raw`
from concurrent.futures import _base
import itertools
import os
import threading


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

#@ 53
    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return

        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as exc:
            self.future.set_exception(exc)
            # The exception's traceback has this frame.
            self = None
        else:
            self.future.set_result(result)


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


#@ 121
class ThreadPoolExecutor(_base.Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
#@ 147
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._broken = False
        self._shutdown = False
        self._started = 0
        self._thread_name_prefix = thread_name_prefix or ("ThreadPoolExecutor-%d" % self._counter())
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
#@ 170
            raise RuntimeError('cannot schedule new futures after shutdown')
        f = _base.Future()
        item = _WorkItem(f, fn, args, kwargs)
        name = '%s_%d' % (self._thread_name_prefix, self._started % self._max_workers)
        self._started += 1
        threading.Thread(name=name, target=self._work, args=(item,)).start()
        return f

    def _work(self, item):
        if self._initializer is not None and self._started <= self._max_workers:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                _base._logger().critical('Exception in initializer:', exc_info=True)
                self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
                item.future.set_exception(BrokenThreadPool(self._broken))
                return
        item.run()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
`

export const concurrentSources: Readonly<Record<string, string>> = {
  concurrent: concurrentSource,
  'concurrent.futures': futuresSource,
  'concurrent.futures._base': baseSource,
  'concurrent.futures.thread': threadSource,
}
