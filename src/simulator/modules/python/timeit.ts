/** `timeit`: how long a statement takes; as `Lib/timeit.py`, without its command line. */
export const timeitSource = String.raw`
import gc
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals


def _reindent(src, indent):
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        namespace = _globals() if globals is None else globals
        params = ''
        if isinstance(setup, str):
            compile(setup, "<timeit-src>", "exec")
            first = _reindent(setup, 4)
            checked = setup + '\n'
        elif callable(setup):
            names['_setup'] = setup
            params += ', _setup=_setup'
            first = '_setup()'
            checked = ''
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(checked + stmt, "<timeit-src>", "exec")
            timed = _reindent(stmt, 8)
        elif callable(stmt):
            names['_stmt'] = stmt
            params += ', _stmt=_stmt'
            timed = '_stmt()'
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = (
            f"def inner(_it, _timer{params}):\n    {first}\n    _t0 = _timer()\n    for _i in _it:\n"
            f"        {timed}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n")
        exec(compile(self.src, "<timeit-src>", "exec"), namespace, names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
`
