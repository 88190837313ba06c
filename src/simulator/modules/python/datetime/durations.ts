/** `datetime`, part 1: the calendar, ISO texts, and `timedelta`. */
export const datetimeDurations = String.raw`
import time as _time
import math as _math

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999

_days_before = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_month_names = ['', "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_day_names = ['', "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _days_before_month(year, month):
    return _days_before[month] + (month > 2 and _is_leap(year))


def _ymd2ord(year, month, day):
    """The number of a day; 1 is January 1st of year 1."""
    return _days_before_year(year) + _days_before_month(year, month) + day


def _ord2ymd(n):
    n -= 1
    cycles, n = divmod(n, 146097)
    year = cycles * 400 + 1
    centuries, n = divmod(n, 36524)
    fours, n = divmod(n, 1461)
    years, n = divmod(n, 365)
    year += centuries * 100 + fours * 4 + years
    if years == 4 or centuries == 4:
        # The last day of a leap year that ends a cycle.
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = _days_before_month(year, month)
    if before > n:
        month -= 1
        before = _days_before_month(year, month)
    return year, month, n - before + 1


def _isoweek1monday(year):
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _isoweek_to_gregorian(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
    if not 0 < week < 53:
        first = _ymd2ord(year, 1, 1) % 7
        if week != 53 or not (first == 4 or first == 3 and _is_leap(year)):
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _ord2ymd(_isoweek1monday(year) + (week - 1) * 7 + day - 1)


def _check_int(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def _check_date_fields(year, month, day):
    year, month, day = _check_int(year), _check_int(month), _check_int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time_fields(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = map(_check_int, (hour, minute, second, microsecond))
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _check_tzinfo_arg(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _check_offset(name, offset):
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")


def _format_offset(offset, colon=':'):
    """+hh:mm, with seconds and microseconds if there are any."""
    if offset is None:
        return ''
    sign = '+'
    if offset.days < 0:
        sign, offset = '-', -offset
    minutes, seconds = divmod(offset.seconds + offset.days * 86400, 60)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    if seconds or offset.microseconds:
        text += f"{colon}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _format_time(hour, minute, second, microsecond, timespec='auto'):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'hours':
        return f"{hour:02d}"
    if timespec == 'minutes':
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == 'microseconds':
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _wrap_strftime(object, format, timetuple):
    """strftime with %f, %z and %Z from the object itself."""
    result = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != '%' or i == len(format):
            result.append(c)
            continue
        c = format[i]
        i += 1
        if c == 'f':
            result.append('%06d' % getattr(object, 'microsecond', 0))
        elif c == 'z':
            result.append(_format_offset(getattr(object, 'utcoffset', lambda: None)(), ''))
        elif c == ':' and format[i:i + 1] == 'z':
            i += 1
            result.append(_format_offset(getattr(object, 'utcoffset', lambda: None)()))
        elif c == 'Z':
            name = getattr(object, 'tzname', lambda: None)()
            result.append('' if name is None else name.replace('%', '%%'))
        elif c in 'YGFC' and timetuple[0] < 1000:
            # Years with four digits, whatever the C library makes of them.
            result.append({'C': '%02d' % (timetuple[0] // 100), 'F': '%04d-%%m-%%d' % timetuple[0]}.get(
                c, '%04d' % timetuple[0]))
        else:
            result.append('%' + c)
    return _time.strftime(''.join(result), timetuple)


def _parse_isoformat_date(text):
    """Year, month and day of YYYY-MM-DD, YYYYMMDD, YYYY-Www-D and YYYYWwwD."""
    digits = text.replace('-', '')
    if not digits.isascii() or not text[:4].isdigit():
        raise ValueError("Invalid isoformat string")
    year = int(text[:4])
    if digits[4:5] == 'W':
        week, day = digits[5:7], digits[7:8] or '1'
        if len(digits) not in (7, 8) or not week.isdigit() or not day.isdigit():
            raise ValueError("Invalid isoformat string")
        if text not in (f'{year:04d}-W{week}-{day}', f'{year:04d}W{week}{day}', f'{year:04d}-W{week}', f'{year:04d}W{week}'):
            raise ValueError("Inconsistent use of dash separator")
        return _isoweek_to_gregorian(year, int(week), int(day))
    if len(digits) != 8 or not digits.isdigit() or len(text) == 10 and (text[4], text[7]) != ('-', '-') or len(text) == 9:
        raise ValueError("Invalid isoformat string")
    return year, int(digits[4:6]), int(digits[6:8])


def _parse_hh_mm_ss_ff(text):
    parts = [0, 0, 0, 0]
    has_colon = text[2:3] == ':'
    at = 0
    for i in range(3):
        if not (text[at:at + 2].isdigit() and len(text[at:at + 2]) == 2):
            raise ValueError("Invalid isoformat string")
        parts[i] = int(text[at:at + 2])
        at += 2
        if at == len(text) or i == 2:
            break
        if has_colon:
            if text[at] != ':':
                raise ValueError("Invalid time separator: %c" % text[at])
            at += 1
    rest = text[at:]
    if rest:
        if rest[0] not in '.,':
            raise ValueError("Invalid microsecond component")
        digits = rest[1:]
        if not digits or not digits.isdigit() or not digits.isascii():
            raise ValueError("Non-digit values in fraction" if digits else "Invalid microsecond component")
        parts[3] = int(digits[:6].ljust(6, '0'))
    return parts


def _parse_isoformat_time(text):
    """Hour, minute, second, microsecond and time zone."""
    if len(text) < 2:
        raise ValueError("Isoformat time too short")
    at = max(text.find('-'), text.find('+'), text.find('Z'))
    clock = text if at < 0 else text[:at]
    parts = _parse_hh_mm_ss_ff(clock)
    if at < 0:
        return (*parts, None)
    zone = text[at + 1:]
    if text[at] == 'Z':
        if zone:
            raise ValueError("Malformed time zone string")
        return (*parts, timezone.utc)
    if len(zone) in (0, 1, 3):
        raise ValueError("Malformed time zone string")
    hours, minutes, seconds, micro = _parse_hh_mm_ss_ff(zone)
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
    if not offset:
        return (*parts, timezone.utc)
    return (*parts, timezone(-offset if text[at] == '-' else offset))


def _divide_and_round(a, b):
    """a / b to the nearest integer, ties to even."""
    q, r = divmod(a, b)
    r *= 2
    more = r > b if b > 0 else r < b
    return q + 1 if more or r == b and q % 2 == 1 else q


class timedelta:
    __slots__ = '_days', '_seconds', '_microseconds', '_hashcode'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        fraction = 0.0
        for name, value, factor in (
                ('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000), ('seconds', seconds, 1000000),
                ('minutes', minutes, 60000000), ('hours', hours, 3600000000), ('days', days, 86400000000),
                ('weeks', weeks, 604800000000)):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                part, whole = _math.modf(value)
                total += int(whole) * factor
                part, whole = _math.modf(part * factor)
                total += int(whole)
                fraction += part
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if fraction:
            rounded = round(fraction)
            if abs(rounded - fraction) == 0.5:
                # To the even number of microseconds, all counted.
                odd = total & 1
                rounded = 2 * round((fraction + odd) * 0.5) - odd
            total += int(rounded)
        return cls._from_microseconds(total)

    @classmethod
    def _from_microseconds(cls, total):
        seconds, microseconds = divmod(total, 1000000)
        days, seconds = divmod(seconds, 86400)
        if abs(days) > 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds, self._hashcode = days, seconds, microseconds, -1
        return self

    def __repr__(self):
        args = [
            f"{name}={value}"
            for name, value in (('days', self._days), ('seconds', self._seconds), ('microseconds', self._microseconds))
            if value
        ]
        return f"{_named(self)}({', '.join(args) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def total_seconds(self):
        return self._to_microseconds() / 10 ** 6

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _to_microseconds(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(self._to_microseconds() + other._to_microseconds())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(self._to_microseconds() - other._to_microseconds())
        return NotImplemented

    def __rsub__(self, other):
        return -self + other if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._from_microseconds(-self._to_microseconds())

    def __pos__(self):
        return timedelta._from_microseconds(self._to_microseconds())

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from_microseconds(_divide_and_round(self._to_microseconds() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() // other._to_microseconds()
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() / other._to_microseconds()
        if isinstance(other, int):
            return timedelta._from_microseconds(_divide_and_round(self._to_microseconds(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from_microseconds(_divide_and_round(b * self._to_microseconds(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(self._to_microseconds() % other._to_microseconds())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._to_microseconds(), other._to_microseconds())
            return q, timedelta._from_microseconds(r)
        return NotImplemented

    def _compare(self, other):
        a, b = self._to_microseconds(), other._to_microseconds()
        return (a > b) - (a < b)

    def __eq__(self, other):
        return self._compare(other) == 0 if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._to_microseconds() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)

timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
`
