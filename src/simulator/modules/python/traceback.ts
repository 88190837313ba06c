/** `traceback`: its classes and functions over `_traceback`, which writes the texts; as `Lib/traceback.py`. */
export const tracebackSource = String.raw`
"""Exceptions, tracebacks and stacks as text."""
import sys
from types import TracebackType
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
        if self._lines is None:
            if self.lineno is None:
                return None
            import linecache
            numbers = range(self.lineno, self.end_lineno + 1)
            self._lines = ''.join(linecache.getline(self.filename, n).rstrip() + '\n' for n in numbers)
        return self._lines.partition('\n')[0].strip()

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


def _limit(limit):
    """How many entries are shown: so many from the start, or if negative from the end; None for all."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    return limit


def _positions(tb):
    """Frames of a traceback with line, last line and columns."""
    if tb is None or isinstance(tb, TracebackType):
        return _traceback.positions(tb)
    return _found_positions(tb)


def _found_positions(tb):
    while tb is not None:
        positions = [*tb.tb_frame.f_code.co_positions()]
        at = tb.tb_lasti // 2
        lineno, end_lineno, colno, end_colno = positions[at] if 0 <= at < len(positions) else (None,) * 4
        yield tb.tb_frame, tb.tb_lineno if lineno is None else lineno, end_lineno, colno, end_colno
        tb = tb.tb_next


# Repetitions of one line that are shown before they are only counted.
_RECURSIVE_CUTOFF = 3


class StackSummary(list):
    """The entries of a traceback or stack."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Entries for frames and their lines."""
        def with_positions():
            for frame, lineno in frame_gen:
                yield frame, lineno, None, None, None

        return klass._of(with_positions(), limit, lookup_lines, capture_locals)

    @classmethod
    def _of(klass, entries, limit, lookup_lines, capture_locals):
        import linecache
        result = klass()
        limit = _limit(limit)
        # All run through entries here: from how deep walk_stack() is asked for the next counts.
        if limit is not None and limit >= 0:
            entries = [entry for _, entry in zip(range(limit), entries)]
        elif limit is not None:
            entries = [*entries][limit:]
        for frame, lineno, end_lineno, colno, end_colno in entries:
            code = frame.f_code
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        if lookup_lines:
            for entry in result:
                entry.line
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
            more = count - _RECURSIVE_CUTOFF
            if more > 0:
                result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')

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
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        end_run()
        return result


# Functions over them

def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return StackSummary._of(_positions(tb), limit, True, False)


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


def _print_exception_bltin(exc, /):
    """What an exception that nobody catches prints."""
    if sys.stderr is not None:
        print_exception(exc)


_cause_message = '\nThe above exception was the direct cause of the following exception:\n\n'
_context_message = '\nDuring handling of the above exception, another exception occurred:\n\n'


class _Margin:
    """How deep what is written stands in the tree of groups."""

    def __init__(self):
        self.depth = 0
        # Whether the frame around the last members is still open.
        self.is_open = False

    @property
    def indent(self):
        return '  ' * self.depth

    def put(self, texts, margin='|'):
        prefix = f'{self.indent}{margin} ' if self.depth else ''
        for text in texts:
            yield ''.join(prefix + line for line in text.splitlines(True)) if prefix else text


class TracebackException:
    """An exception as text, without the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        options = {
            'limit': limit, 'lookup_lines': lookup_lines, 'capture_locals': capture_locals,
            'max_group_width': max_group_width, 'max_group_depth': max_group_depth,
        }
        self._capture(exc_type, exc_value, exc_traceback, save_exc_type, options)
        seen.add(id(exc_value))
        # Chains are followed without recursion: they may be long.
        waiting = [(self, exc_value)]
        while waiting:
            captured, exc = waiting.pop()
            if exc is None:
                continue

            def linked(other):
                if other is None or id(other) in seen:
                    return None
                seen.add(id(other))
                made = TracebackException.__new__(TracebackException)
                made._capture(type(other), other, other.__traceback__, save_exc_type, options)
                waiting.append((made, other))
                return made

            captured.__cause__ = linked(exc.__cause__)
            if not compact or captured.__cause__ is None and not exc.__suppress_context__:
                captured.__context__ = linked(exc.__context__)
            if isinstance(exc, BaseExceptionGroup):
                captured.exceptions = [linked(each) for each in exc.exceptions]

    def _capture(self, exc_type, exc_value, exc_traceback, save_exc_type, options):
        self.max_group_width = options['max_group_width']
        self.max_group_depth = options['max_group_depth']
        self.stack = StackSummary._of(
            _positions(exc_traceback), options['limit'], options['lookup_lines'], options['capture_locals'])
        self._exc_type = exc_type if save_exc_type else None
        self._str, self._only = _traceback.describe(exc_value, exc_traceback)
        try:
            self.__notes__ = getattr(exc_value, '__notes__', None)
        except Exception as e:
            self.__notes__ = [f"Ignored error getting __notes__: {_text_of(e, '__notes__', repr)}"]
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = self.exc_type_module = None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
            if issubclass(exc_type, SyntaxError):
                for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                    setattr(self, name, getattr(exc_value, name))
                for name in ('lineno', 'end_lineno'):
                    number = getattr(exc_value, name)
                    setattr(self, name, None if number is None else str(number))
                self._is_syntax_error = True
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
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

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        indent = '   ' * _depth
        for text in self._only:
            if indent and not self._is_syntax_error:
                yield from (indent + line for line in text.splitlines(True))
            else:
                yield indent + text
        if show_group and self.exceptions:
            for each in self.exceptions:
                yield from each.format_exception_only(show_group=True, _depth=_depth + 1)

    def format(self, *, chain=True, _ctx=None, **kwargs):
        margin = _Margin() if _ctx is None else _ctx
        # Oldest first: each with the message that leads from it to the next.
        row = [(None, self)]
        while chain:
            exc = row[-1][1]
            if exc.__cause__ is not None:
                row.append((_cause_message, exc.__cause__))
            elif exc.__context__ is not None and not exc.__suppress_context__:
                row.append((_context_message, exc.__context__))
            else:
                break
        for i in range(len(row) - 1, -1, -1):
            exc = row[i][1]
            if i + 1 < len(row):
                yield from margin.put([row[i + 1][0]])
            if exc.exceptions is not None:
                yield from self._format_group(exc, margin, chain)
                continue
            if exc.stack:
                yield from margin.put(['Traceback (most recent call last):\n'])
                yield from margin.put(exc.stack.format())
            yield from margin.put(exc.format_exception_only())

    def _format_group(self, group, margin, chain):
        if margin.depth > self.max_group_depth:
            yield from margin.put([f'... (max_group_depth is {self.max_group_depth})\n'])
            return
        is_outermost = margin.depth == 0
        if is_outermost:
            margin.depth += 1
        if group.stack:
            yield from margin.put(['Exception Group Traceback (most recent call last):\n'], '+' if is_outermost else '|')
            yield from margin.put(group.stack.format())
        yield from margin.put(group.format_exception_only())
        total, width = len(group.exceptions), self.max_group_width
        count = total if total <= width else width + 1
        margin.is_open = False
        for i in range(count):
            is_last = i == count - 1
            if is_last:
                margin.is_open = True
            label = '...' if i >= width else i + 1
            yield f"{margin.indent}{'+-' if i == 0 else '  '}+---------------- {label} ----------------\n"
            margin.depth += 1
            if i >= width:
                rest = total - width
                yield from margin.put([f"and {rest} more exception{'s' if rest > 1 else ''}\n"])
            else:
                yield from group.exceptions[i].format(chain=chain, _ctx=margin)
            if is_last and margin.is_open:
                yield f'{margin.indent}+------------------------------------\n'
                margin.is_open = False
            margin.depth -= 1
        if is_outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        _write(self.format(chain=chain), file)
`
