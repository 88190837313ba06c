/**
 * `threading`: threads of a machine that runs one at a time; as `Lib/threading.py`.
 *
 * A thread runs from beginning to end inside of `start()`: what short threads nearly always do in CPython
 * too. Locks, events and the rest keep count as they should; waiting for what only another thread could do
 * raises RuntimeError, since it would never end.
 */
export const threadingSource = String.raw`
import sys as _sys
import _thread
from _thread import RLock, TIMEOUT_MAX, allocate_lock as _allocate_lock, get_native_id
from time import monotonic as _time, sleep as _sleep
from itertools import count as _count
from _collections import deque as _deque

__all__ = [
    'get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event',
    'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer',
    'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'gettrace',
    'getprofile', 'setprofile_all_threads', 'settrace_all_threads', 'get_native_id',
]

Lock = _thread.lock
ThreadError = _thread.error
stack_size = _thread.stack_size
_profile_hook = _trace_hook = None


def setprofile(func):
    global _profile_hook
    _profile_hook = func


def setprofile_all_threads(func):
    setprofile(func)
    _sys._setprofileallthreads(func)


def getprofile():
    return _profile_hook


def settrace(func):
    global _trace_hook
    _trace_hook = func


def settrace_all_threads(func):
    settrace(func)
    _sys._settraceallthreads(func)


def gettrace():
    return _trace_hook


def _set_hooks():
    """The hooks of new threads become those of the thread that begins."""
    if _trace_hook is not None:
        _sys.settrace(_trace_hook)
    if _profile_hook is not None:
        _sys.setprofile(_profile_hook)


def _cannot_wait(what):
    raise RuntimeError(f"waiting for {what} would never end: the simulator runs one thread at a time")


def _wait(what, timeout):
    """Waits in vain: as long as asked for, else not at all."""
    if timeout is None:
        _cannot_wait(what)
    if timeout > 0:
        _sleep(timeout)
    return False


class local:
    """Attributes that each thread has for itself."""
    __module__ = '_thread'
    __slots__ = ('_local__spaces', '_local__args', '__weakref__')

    def __new__(cls, /, *args, **kw):
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, '_local__spaces', {})
        object.__setattr__(self, '_local__args', (args, kw))
        # The thread that makes it runs __init__ anyway.
        self._local__spaces[get_ident()] = {}
        return self

    def __getattribute__(self, name):
        if name.startswith('_local__') or name == '__class__':
            return object.__getattribute__(self, name)
        space = _space_of(self)
        if name == '__dict__':
            return space
        if name in space:
            return space[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            cls = '_thread._local' if type(self) is local else type(self).__name__
            raise AttributeError(f"'{cls}' object has no attribute '{name}'", name=name, obj=self) from None

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        _space_of(self)[name] = value

    def __delattr__(self, name):
        try:
            del _space_of(self)[name]
        except KeyError:
            raise AttributeError(f"'_thread._local' object has no attribute '{name}'") from None

local.__name__ = local.__qualname__ = '_local'


def _space_of(obj):
    spaces = object.__getattribute__(obj, '_local__spaces')
    ident = get_ident()
    if ident not in spaces:
        spaces[ident] = {}
        args, kw = object.__getattribute__(obj, '_local__args')
        type(obj).__init__(obj, *args, **kw)
    return spaces[ident]


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    def _is_owned(self):
        owned = getattr(self._lock, '_is_owned', None)
        return owned() if owned else self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        return _wait("a condition", timeout)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            _wait("a condition", timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        self.notify(0)

    notifyAll = notify_all


def _name_of_class(obj):
    cls = obj.__class__
    return f"<{cls.__module__}.{cls.__qualname__} at {id(obj):#x}"


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        return f"{_name_of_class(self)}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            return _wait("a semaphore", timeout) if blocking else False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f"{_name_of_class(self)}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def __repr__(self):
        return f"{_name_of_class(self)}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return True if self._flag else _wait("an event", timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._broken = False

    def __repr__(self):
        if self._broken:
            return f"{_name_of_class(self)}: broken>"
        return f"{_name_of_class(self)}: waiters=0/{self._parties}>"

    def wait(self, timeout=None):
        if self._broken:
            raise BrokenBarrierError
        if self._parties > 1:
            self._broken = _wait("a barrier", self._timeout if timeout is None else timeout) is False
            raise BrokenBarrierError
        if self._action:
            self._action()
        return 0

    def reset(self):
        self._broken = False

    def abort(self):
        self._broken = True

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return 0

    @property
    def broken(self):
        return self._broken


_counter = _count(1).__next__
_idents = _count(_thread.get_ident() + 0x1000, 0x1000).__next__


def _newname(name_template):
    return name_template % _counter()


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._state = 'initial'
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = self._state
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._state != 'initial':
            raise RuntimeError("threads can only be started once")
        self._ident = _idents()
        self._state = 'started'
        _active.append(self)
        before = _sys.gettrace(), _sys.getprofile()
        _sys.settrace(None)
        _sys.setprofile(None)
        try:
            self._bootstrap_inner()
        finally:
            _active.remove(self)
            self._state = 'stopped'
            _sys.settrace(before[0])
            _sys.setprofile(before[1])

#@ 988
    def run(self):
        try:
            if self._target is not None:
#@ 992
                self._target(*self._args, **self._kwargs)
        finally:
            # The target may hold the thread.
            del self._target, self._args, self._kwargs

#@ 1038
    def _bootstrap_inner(self):
        _set_hooks()
        try:
#@ 1041
            self.run()
        except BaseException as error:
            self._report(error)

    def _report(self, error):
        if isinstance(error, SystemExit):
            return
        # The frames of start() do not belong to the thread.
        hook = excepthook
        try:
            hook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except Exception as exc:
            _sys.excepthook(type(exc), exc, exc.__traceback__)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._state == 'initial':
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._state != 'stopped':
            _wait("a thread that waits for this one", timeout)

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        return self._ident

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._state == 'started'

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._state != 'initial':
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        import warnings
        warnings.warn('isDaemon() is deprecated, get the daemon attribute instead', DeprecationWarning, stacklevel=2)
        return self.daemon

    def setDaemon(self, daemonic):
        import warnings
        warnings.warn('setDaemon() is deprecated, set the daemon attribute instead', DeprecationWarning, stacklevel=2)
        self.daemon = daemonic

    def getName(self):
        import warnings
        warnings.warn('getName() is deprecated, get the name attribute instead', DeprecationWarning, stacklevel=2)
        return self.name

    def setName(self, name):
        import warnings
        warnings.warn('setName() is deprecated, set the name attribute instead', DeprecationWarning, stacklevel=2)
        self.name = name


class ExceptHookArgs(tuple):
    __module__ = '_thread'
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (f"_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, "
                f"exc_traceback={self[2]!r}, thread={self[3]!r})")

ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = '_ExceptHookArgs'


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    import traceback
    stderr = _sys.stderr
    name = args.thread.name if args.thread is not None else get_ident()
    stderr.write(f"Exception in thread {name}:\n")
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=stderr)
    stderr.flush()

__excepthook__ = excepthook


class Timer(Thread):
    """Cannot be started: nothing would run while the timer waits."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def start(self):
        raise NotImplementedError(
            "threading.Timer is not simulated: the simulator runs one thread at a time, and none waits beside another")


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._name = "MainThread"
        self._args = ()
        self._kwargs = {}
        self._daemonic = False
        self._ident = _thread.get_ident()
        self._state = 'started'
        self._initialized = True

_main_thread = _MainThread()
# Those that run now, each inside of the one before.
_active = [_main_thread]


def current_thread():
    return _active[-1]

currentThread = current_thread


def get_ident():
    return _active[-1]._ident


def active_count():
    return len(_active)

activeCount = active_count


def enumerate():
    return list(_active)


def main_thread():
    return _main_thread
`
