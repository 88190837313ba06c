/** `traceback`: its classes and functions over `_traceback`, which writes the texts; as `Lib/traceback.py`. */
export const tracebackSource = String.raw`
"""Exceptions, tracebacks and stacks as text."""
import sys
import _traceback

__all__ = [
    'extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb',
    'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames', 'FrameSummary',
    'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb',
]


class _NotGiven:
    def __repr__(self):
        return '<implicit>'


_not_given = _NotGiven()


def _write(parts, file):
    if file is None:
        file = sys.stderr
    for part in parts:
        print(part, file=file, end='')


def _text_of(value, what, convert=str):
    try:
        return convert(value)
    except:
        return f'<{what} {convert.__name__}() failed>'


def _value_and_tb(exc, value, tb):
    if (value is _not_given) != (tb is _not_given):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _not_given:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


# Frames and lines

def walk_stack(f):
    """The frames from f outwards, each with its line."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """The frames of a traceback from the outermost on, each with its line."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Lets go of the local variables of all frames that have ended."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class FrameSummary:
    """One entry of a traceback or stack, without the frame."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_lines', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        if lookup_line:
            self.line
        self.locals = {k: _text_of(v, 'local', repr) for k, v in locals.items()} if locals else None

    @property
    def line(self):
        if self._lines is None and self.lineno is not None:
            found = (_traceback.source_line(self.filename, n) or '' for n in range(self.lineno, self.end_lineno + 1))
            self._lines = '\n'.join(line.rstrip() for line in found) + '\n'
        return None if self._lines is None else self._lines.partition('\n')[0].strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


class StackSummary(list):
    """The entries of a traceback or stack."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Entries for frames and their lines."""
        entries = [(frame, lineno, None, None, None) for frame, lineno in frame_gen]
        return klass._of(_limited(entries, limit), lookup_lines, capture_locals)

    @classmethod
    def _of(klass, entries, lookup_lines, capture_locals):
        result = klass()
        for frame, lineno, end_lineno, colno, end_colno in entries:
            code = frame.f_code
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=lookup_lines,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        return result

    @classmethod
    def from_list(klass, a_list):
        """Entries from FrameSummary objects, or from tuples of file, line number, name and line."""
        result = StackSummary()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """One entry as text."""
        entry = frame_summary
        text = _traceback.format_entry(
            entry.filename, entry.lineno, entry.name, entry.end_lineno, entry.colno, entry.end_colno, entry._lines)
        if entry.locals:
            text += ''.join(f'    {name} = {value}\n' for name, value in sorted(entry.locals.items()))
        return text

    def format(self, **kwargs):
        """The entries as texts; repetitions of one line are counted."""
        result = []
        last = None
        count = 0

        def end_run():
            if count > 3:
                result.append(f'  [Previous line repeated {count - 3} more time{"s" if count > 4 else ""}]\n')

        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            place = (entry.filename, entry.lineno, entry.name)
            if place != last or None in place:
                end_run()
                last = place
                count = 0
            count += 1
            if count <= 3:
                result.append(text)
        end_run()
        return result


# Functions over them

def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return StackSummary._of(_limited(_traceback.positions(tb), limit), True, False)


def extract_stack(f=None, limit=None):
    """The entries of the stack, outermost first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_exception(exc, /, value=_not_given, tb=_not_given, limit=None, chain=True, **kwargs):
    """An exception with its traceback, as a list of texts."""
    value, tb = _value_and_tb(exc, value, tb)
    return _traceback.format_exception(value, tb, limit, chain)


def print_exception(exc, /, value=_not_given, tb=_not_given, limit=None, file=None, chain=True, **kwargs):
    """Prints an exception with its traceback."""
    value, tb = _value_and_tb(exc, value, tb)
    _write(_traceback.format_exception(value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_not_given, *, show_group=False, **kwargs):
    """The message of an exception with its notes, as a list of texts."""
    return _traceback.format_exception_only(exc if value is _not_given else value, show_group)


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as one text."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the last exception that nobody has caught."""
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc if hasattr(sys, 'last_exc') else sys.last_value, limit=limit, file=file, chain=chain)


class TracebackException:
    """An exception as text, without the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._of(_limited(_traceback.positions(exc_traceback), limit), lookup_lines, capture_locals)
        self.exc_type = exc_type if save_exc_type else None
        self._str = _text_of(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.exc_type_qualname = exc_type.__qualname__ if exc_type is not None else None
        self.exc_type_module = exc_type.__module__ if exc_type is not None else None
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
            for name in ('lineno', 'end_lineno'):
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))
        self._only = _traceback.format_exception_only(exc_value, False)
        self._only_with_group = _traceback.format_exception_only(exc_value, True)
        self._chained = _traceback.format_exception(exc_value, exc_traceback, limit, True)
        self._alone = _traceback.format_exception(exc_value, exc_traceback, limit, False)

        def linked(exc):
            if exc is None or id(exc) in seen:
                return None
            return TracebackException(
                type(exc), exc, exc.__traceback__, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                compact=compact, max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)

        is_exception = isinstance(exc_value, BaseException)
        self.__suppress_context__ = is_exception and exc_value.__suppress_context__
        self.__cause__ = linked(exc_value.__cause__) if is_exception else None
        hidden = compact and (self.__cause__ is not None or self.__suppress_context__)
        self.__context__ = linked(exc_value.__context__) if is_exception and not hidden else None
        is_group = isinstance(exc_value, BaseExceptionGroup)
        self.exceptions = [linked(exc) for exc in exc_value.exceptions] if is_group else None

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        if self.exc_type_qualname is None:
            return None
        if self.exc_type_module in ('__main__', 'builtins'):
            return self.exc_type_qualname
        module = self.exc_type_module if isinstance(self.exc_type_module, str) else '<unknown>'
        return f'{module}.{self.exc_type_qualname}'

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, **kwargs):
        yield from self._only_with_group if show_group else self._only

    def format(self, *, chain=True, **kwargs):
        yield from self._chained if chain else self._alone

    def print(self, *, file=None, chain=True, **kwargs):
        _write(self.format(chain=chain), file)
`
