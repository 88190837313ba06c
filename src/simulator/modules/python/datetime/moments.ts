/** `datetime`, part 3: `datetime` and the reading of dates by format. */
export const datetimeMoments = String.raw`
_EPOCH_ORDINAL = _ymd2ord(1970, 1, 1)


class datetime(date):
    __slots__ = time.__slots__

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None or day is None:
            missing = ('month', 2) if month is None else ('day', 3)
            raise TypeError("function missing required argument '%s' (pos %d)" % missing)
        year, month, day = _check_date_fields(year, month, day)
        fields = _check_time_fields(hour, minute, second, microsecond, fold)
        _check_tzinfo_arg(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond, self._fold = fields
        self._tzinfo = tzinfo
        self._hashcode = -1
        return self

    hour = time.hour
    minute = time.minute
    second = time.second
    microsecond = time.microsecond
    tzinfo = time.tzinfo
    fold = time.fold

    @classmethod
    def _fromtimestamp(cls, t, utc, tz):
        fraction, whole = _math.modf(t)
        micro = round(fraction * 1e6)
        whole = int(whole)
        if micro >= 1000000:
            whole += 1
            micro -= 1000000
        elif micro < 0:
            whole -= 1
            micro += 1000000
        fields = (_time.gmtime if utc else _time.localtime)(whole)[:6]
        result = cls(*fields[:5], min(fields[5], 59), micro, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo_arg(tz)
        return cls._fromtimestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        import warnings
        warnings.warn(
            "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, "
            "datetime.UTC).", DeprecationWarning, stacklevel=2)
        return cls._fromtimestamp(t, True, None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        import warnings
        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware "
            "objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).", DeprecationWarning,
            stacklevel=2)
        return cls._fromtimestamp(_time.time(), True, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
            time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            # The date ends after 7, 8 or 10 characters; one character of any kind stands before the time.
            for length in (10, 8, 7):
                head, rest = date_string[:length], date_string[length + 1:]
                try:
                    fields = _parse_isoformat_date(head)
                except ValueError:
                    continue
                if len(date_string) == length:
                    return cls(*fields)
                if date_string[length:length + 1] and rest:
                    return cls(*fields, *_parse_isoformat_time(rest))
            raise ValueError
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None

    def timetuple(self):
        dst = self.dst()
        flag = -1 if dst is None else 1 if dst else 0
        return _build_struct_time(self._year, self._month, self._day, self._hour, self._minute, self._second, flag)

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _build_struct_time(
            moment._year, moment._month, moment._day, moment._hour, moment._minute, moment._second, 0)

    def _seconds(self):
        """Seconds since 1970 as the clock shows it, whatever the zone."""
        days = self.toordinal() - _EPOCH_ORDINAL
        return days * 86400 + self._hour * 3600 + self._minute * 60 + self._second

    def timestamp(self):
        if self._tzinfo is None:
            local = _time.mktime((self._year, self._month, self._day, self._hour, self._minute, self._second, 0, 0, -1))
            return local + self._microsecond / 1e6
        return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(
            self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
                *, fold=None):
        def pick(value, own):
            return own if value is None else value
        return type(self)(
            pick(year, self._year), pick(month, self._month), pick(day, self._day), pick(hour, self._hour),
            pick(minute, self._minute), pick(second, self._second), pick(microsecond, self._microsecond),
            self._tzinfo if tzinfo is True else tzinfo, fold=pick(fold, self._fold))

    __replace__ = replace

    def _local_timezone(self):
        seconds = self._seconds() if self._tzinfo is None else int((self - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
        local = _time.localtime(seconds)
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)

    def astimezone(self, tz=None):
        if tz is None:
            tz = self._local_timezone()
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)
        own = self._tzinfo or self._local_timezone()
        if tz is self._tzinfo:
            return self
        offset = own.utcoffset(self)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return (f"{_day_names[weekday]} {_month_names[self._month]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    def isoformat(self, sep='T', timespec='auto'):
        return (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                + _format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _format_offset(self.utcoffset()))

    def __repr__(self):
        args = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not args[-1]:
            del args[-1]
            if not args[-1]:
                del args[-1]
        args = [str(arg) for arg in args]
        if self._tzinfo is not None:
            args.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            args.append('fold=1')
        return f"{_named(self)}({', '.join(args)})"

    def __str__(self):
        return self.isoformat(sep=' ')

    @classmethod
    def strptime(cls, date_string, format):
        fields, micro, tz = _parse_by_format(date_string, format)
        return cls(*fields, micro, tz)

    def _ask(self, name):
        if self._tzinfo is None:
            return None
        offset = getattr(self._tzinfo, name)(self)
        _check_offset(name, offset)
        return offset

    def utcoffset(self):
        return self._ask('utcoffset')

    def dst(self):
        return self._ask('dst')

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def _key(self):
        return self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond

    def _compare(self, other, op, allow_mixed=False):
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if self._tzinfo is other._tzinfo or mine == theirs:
            return op(self._key(), other._key())
        if mine is None or theirs is None:
            if allow_mixed:
                return False
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        difference = self - other
        return op(difference, timedelta(0))

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        delta = timedelta(
            self.toordinal(), hours=self._hour, minutes=self._minute, seconds=self._second,
            microseconds=self._microsecond) + other
        if not 0 < delta.days <= 3652059:
            raise OverflowError("date value out of range")
        minutes, second = divmod(delta.seconds, 60)
        return type(self)(
            *_ord2ymd(delta.days), *divmod(minutes, 60), second, delta.microseconds, tzinfo=self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, datetime):
            return self + -other if isinstance(other, timedelta) else NotImplemented
        base = timedelta(
            seconds=self._seconds() - other._seconds(), microseconds=self._microsecond - other._microsecond)
        if self._tzinfo is other._tzinfo:
            return base
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine == theirs:
            return base
        if mine is None or theirs is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return base + theirs - mine

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
        if offset is None:
            return hash(('datetime', self._key()))
        return hash(('datetime', self._seconds() - offset.total_seconds(), self._microsecond))

    def __reduce__(self):
        return self.__class__, (*self._key(), self._tzinfo)

_date_class = date

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

_full_months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december"]
_full_days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# Most digits, and the least and greatest value, of directives that are numbers.
_numeric = {
    'd': (2, 1, 31), 'm': (2, 1, 12), 'y': (2, 0, 99), 'Y': (4, 0, 9999), 'H': (2, 0, 23), 'I': (2, 1, 12),
    'M': (2, 0, 59), 'S': (2, 0, 61), 'j': (3, 1, 366), 'f': (6, 0, 999999), 'w': (1, 0, 6), 'u': (1, 1, 7),
}
_composed = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y', 'T': '%H:%M:%S',
             'F': '%Y-%m-%d', 'R': '%H:%M'}


def _longest_name(text, at, names):
    rest = text[at:].lower()
    for i, name in sorted(enumerate(names), key=lambda pair: -len(pair[1])):
        if rest.startswith(name):
            return i, at + len(name)
    return None


def _parse_by_format(text, format):
    """Six fields, microseconds and time zone of a text with that format."""
    for value, name in ((text, 'strptime() argument 1'), (format, 'strptime() argument 2')):
        if not isinstance(value, str):
            raise TypeError(f"{name} must be str, not {type(value).__name__}")
    whole = format

    def mismatch():
        return ValueError(f"time data {text!r} does not match format {whole!r}")

    found = {}
    at = i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            if not text[at:at + 1].isspace():
                raise mismatch()
            while text[at:at + 1].isspace():
                at += 1
            while format[i:i + 1].isspace():
                i += 1
            continue
        if c != '%':
            if text[at:at + 1].lower() != c.lower():
                raise mismatch()
            at += 1
            continue
        if i == len(format):
            raise ValueError(f"stray % in format '{whole}'")
        kind = format[i]
        i += 1
        if kind in _composed:
            format = format[:i - 2] + _composed[kind] + format[i:]
            i -= 2
        elif kind in _numeric:
            most, low, high = _numeric[kind]
            end = at
            while end < len(text) and end - at < most and text[end].isdecimal():
                end += 1
            # As few digits as make a number in range.
            while end > at and not low <= int(text[at:end]) <= high:
                end -= 1
            if end == at or kind == 'Y' and end - at < 4:
                raise mismatch()
            digits = text[at:end]
            found[kind] = int(digits.ljust(6, '0')) if kind == 'f' else int(digits)
            at = end
        elif kind in 'aAbBp':
            names = {
                'a': [name.lower() for name in _day_names[1:]], 'A': _full_days,
                'b': [name.lower() for name in _month_names[1:]], 'B': _full_months, 'p': ['am', 'pm'],
            }[kind]
            name = _longest_name(text, at, names)
            if name is None:
                raise mismatch()
            found[kind], at = name
        elif kind == 'z':
            end = at
            while end < len(text) and (text[end].isdecimal() or text[end] in '+-:.Z'):
                end += 1
            zone, at = text[at:end], end
            if zone == 'Z':
                found['z'] = timedelta(0)
            elif zone[:1] in ('+', '-') and len(zone) >= 5:
                hours, minutes, seconds, micro = _parse_hh_mm_ss_ff(zone[1:])
                offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
                found['z'] = -offset if zone[0] == '-' else offset
            else:
                raise mismatch()
        elif kind == 'Z':
            name = _longest_name(text, at, ['utc', 'gmt'])
            if name is not None:
                found['Z'], at = name
        elif kind == '%':
            if text[at:at + 1] != '%':
                raise mismatch()
            at += 1
        else:
            raise ValueError(f"'{kind}' is a bad directive in format '{whole}'")
    if at != len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    year = found.get('Y', 1900)
    if 'y' in found:
        year = found['y'] + (1900 if found['y'] > 68 else 2000)
    month = found.get('m', found.get('b', found.get('B', 0)) + 1 if 'b' in found or 'B' in found else 1)
    day = found.get('d', 1)
    if 'j' in found and 'm' not in found:
        year, month, day = _ord2ymd(_ymd2ord(year, 1, 1) + found['j'] - 1)
    hour = found.get('H', 0)
    if 'I' in found:
        hour = found['I'] % 12 + (12 if found.get('p') else 0)
    tz = None
    if 'z' in found:
        tz = timezone(found['z'])
    return (year, month, day, hour, found.get('M', 0), found.get('S', 0)), found.get('f', 0), tz

`
