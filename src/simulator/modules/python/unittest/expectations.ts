/**
 * The second part of `unittest.case`: what `assertRaises`, `assertWarns` and `assertLogs` return, the block that is
 * expected to do something. As `Lib/unittest/case.py` and `Lib/unittest/_log.py`.
 */
export const expectationsSource = String.raw`
def _name_of(thing):
    try:
        return thing.__name__
    except AttributeError:
        return str(thing)


def _is_subtype(expected, base):
    if isinstance(expected, tuple):
        return all(_is_subtype(each, base) for each in expected)
    return isinstance(expected, type) and issubclass(expected, base)


def _compiled(regex):
    import re
    return re.compile(regex)


class _BaseTestCaseContext:
    msg = None

    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))


class _CallContext(_BaseTestCaseContext):
    """A block, or the call of a function, that is expected to raise or to warn."""

    def __init__(self, expected, test_case, expected_regex=None):
        super().__init__(test_case)
        self.expected = expected
        self.expected_regex = None if expected_regex is None else _compiled(expected_regex)
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """Itself, if there is nothing to call; otherwise calls."""
        try:
            if not _is_subtype(self.expected, self._base):
                raise TypeError(f'{name}() arg 1 must be {self._base_words}')
            if not args:
                self.msg = kwargs.pop('msg', None)
                if kwargs:
                    raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
                return self
            function, *args = args
            self.obj_name = _name_of(function)
            with self:
                function(*args, **kwargs)
        finally:
            # A traceback may hold this frame, and this object holds the exception.
            self = None

    def _not_done(self, what):
        by = f' by {self.obj_name}' if self.obj_name else ''
        self._raiseFailure(f'{_name_of(self.expected)} not {what}{by}')

    def _no_match(self, text):
        self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{text}"')


class _AssertRaisesContext(_CallContext):
    _base = BaseException
    _base_words = 'an exception type or tuple of exception types'

    __class_getitem__ = classmethod(types.GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            self._not_done('raised')
        # What the frames of the call hold is of no use any more, and would be kept alive.
        while tb is not None:
            try:
                tb.tb_frame.clear()
            except RuntimeError:
                pass
            tb = tb.tb_next
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc)):
            self._no_match(str(exc))
        return True


class _AssertWarnsContext(_CallContext):
    _base = Warning
    _base_words = 'a warning type or tuple of warning types'

    def __enter__(self):
        # What has been shown once must be able to show again.
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc, tb):
        self.warnings_manager.__exit__(exc_type, exc, tb)
        if exc_type is None:
            self._judge([each for each in self.warnings if isinstance(each.message, self.expected)])

    def _judge(self, found):
        for each in found:
            text = str(each.message)
            if self.expected_regex is None or self.expected_regex.search(text):
                self.warning = each.message
                self.filename = each.filename
                self.lineno = each.lineno
                return
        if found:
            self._no_match(str(found[0].message))
        self._not_done('triggered')


class _AssertNotWarnsContext(_AssertWarnsContext):
    def _judge(self, found):
        if found:
            self._raiseFailure(f'{_name_of(self.expected)} triggered')


class _LogWatcher:
    """What assertLogs records: the records, and how each reads."""

    def __init__(self):
        self.records = []
        self.output = []

    def __repr__(self):
        return f'_LoggingWatcher(records={self.records!r}, output={self.output!r})'

    def __len__(self):
        return 2

    def __iter__(self):
        return iter((self.records, self.output))

    def __getitem__(self, index):
        return (self.records, self.output)[index]


class _AssertLogsContext(_BaseTestCaseContext):
    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        super().__init__(test_case)
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs
        self.msg = None

    def _handler(self, logging, watcher):
        class CapturingHandler(logging.Handler):
            def flush(self):
                pass

            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))
        handler = CapturingHandler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        return handler

    def __enter__(self):
        import logging
        name = self.logger_name
        logger = self.logger = name if isinstance(name, logging.Logger) else logging.getLogger(name)
        self.watcher = _LogWatcher()
        self.old = logger.handlers[:], logger.propagate, logger.level
        logger.handlers = [self._handler(logging, self.watcher)]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else self.watcher

    def __exit__(self, exc_type, exc, tb):
        import logging
        self.logger.handlers, self.logger.propagate, level = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        found = bool(self.watcher.records)
        if self.no_logs and found:
            self._raiseFailure(f'Unexpected logs found: {self.watcher.output!r}')
        if not self.no_logs and not found:
            level = logging.getLevelName(self.level)
            self._raiseFailure(f'no logs of level {level} or higher triggered on {self.logger.name}')
`
