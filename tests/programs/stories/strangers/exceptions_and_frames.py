import gc
import sys
import traceback
import weakref


class Resource:
    def __init__(self, name):
        self.name = name


class AppError(Exception):
    """Carries where it came from."""

    def __init__(self, message, *, code=1):
        super().__init__(message)
        self.code = code


def low():
    resource = Resource("low")
    refs.append(weakref.ref(resource))
    raise KeyError("low level")


def middle():
    try:
        low()
    except KeyError as error:
        raise AppError("translated", code=42) from error


def high():
    try:
        middle()
    finally:
        print("cleaning up")


refs = []
try:
    high()
except AppError as error:
    saved = error
    print(error, error.code, repr(error.__cause__))
    print("resource alive inside handler:", refs[0]() is not None)
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])
print("alive while saved:", refs[0]() is not None)
saved.__cause__ = saved.__context__ = None
saved = saved.with_traceback(None)
gc.collect()
print("alive afterwards:", refs[0]() is not None)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name
except NameError as error:
    print("".join(traceback.format_exception_only(error)).strip(), "| during:", repr(error.__context__))
try:
    raise ExceptionGroup("several", [ValueError(1), TypeError(2), ExceptionGroup("inner", [KeyError("k")])])
except* ValueError as group:
    print("values:", group.exceptions)
except* (TypeError, KeyError) as group:
    print("others:", group.exceptions)
error = ValueError("with notes")
error.add_note("first note")
error.add_note("second note")
print(traceback.format_exception(error))
frame = sys._getframe()
print(frame.f_code.co_name, "refs" in frame.f_globals, frame.f_back)
