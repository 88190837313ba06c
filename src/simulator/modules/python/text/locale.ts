/** `locale`: there is one locale here, C's with UTF-8; as `Lib/locale.py`. */
export const localeSource = String.raw`
import functools
import re
from builtins import str as _builtin_str

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale', 'localeconv', 'strcoll',
           'strxfrm', 'str', 'atof', 'atoi', 'format_string', 'currency', 'normalize', 'LC_CTYPE', 'LC_COLLATE',
           'LC_MESSAGES', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL', 'CHAR_MAX', 'getencoding']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


_unknown = dict.fromkeys(('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes',
                          'n_sep_by_space', 'p_sign_posn', 'n_sign_posn'), CHAR_MAX)
_override_localeconv = {}
_current = {LC_CTYPE: 'C.UTF-8', LC_NUMERIC: 'C', LC_TIME: 'C', LC_COLLATE: 'C', LC_MONETARY: 'C', LC_MESSAGES: 'C'}


def localeconv():
    conventions = {
        'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '',
        'mon_grouping': [], 'positive_sign': '', 'negative_sign': '', **_unknown, 'decimal_point': '.',
        'thousands_sep': '', 'grouping': [],
    }
    conventions.update(_override_localeconv)
    return conventions


def setlocale(category, locale=None):
    if category not in range(7):
        raise Error('invalid locale category')
    if locale is not None:
        if not isinstance(locale, _builtin_str):
            locale = normalize('.'.join(filter(None, locale)))
        name = {'': 'C.UTF-8', 'C': 'C', 'POSIX': 'C', 'C.UTF-8': 'C.UTF-8', 'C.utf8': 'C.utf8'}.get(locale)
        if name is None:
            raise Error('unsupported locale setting')
        for each in _current if category == LC_ALL else (category,):
            _current[each] = name
    if category != LC_ALL:
        return _current[category]
    names = [_current[each] for each in range(6)]
    if len(set(names)) == 1:
        return names[0]
    labels = ['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES']
    others = ['LC_PAPER', 'LC_NAME', 'LC_ADDRESS', 'LC_TELEPHONE', 'LC_MEASUREMENT', 'LC_IDENTIFICATION']
    return ';'.join([f'{label}={name}' for label, name in zip(labels, names)] + [f'{label}=C' for label in others])


def normalize(localename):
    language, _, encoding = localename.partition('.')
    if language.lower() in ('c', 'posix'):
        return 'C.UTF-8' if encoding.lower().replace('-', '') == 'utf8' else 'C'
    return localename


def getlocale(category=LC_CTYPE):
    if category == LC_ALL:
        raise TypeError('category LC_ALL is not supported')
    return ('C', 'UTF-8') if 'utf' in _current[category].lower() else (None, None)


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    import warnings
    warnings._deprecated('locale.getdefaultlocale', '{name!r} is deprecated and slated for removal in Python {remove}. '
                         'Use setlocale(), getencoding() and getlocale() instead.', remove=(3, 15))
    return 'C', 'UTF-8'


def getencoding():
    return 'UTF-8' if 'utf' in _current[LC_CTYPE].lower() else 'ANSI_X3.4-1968'


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


def strcoll(a, b):
    if '\0' in a or '\0' in b:
        raise ValueError('embedded null character')
    return (a > b) - (a < b)


def strxfrm(s):
    if '\0' in s:
        raise ValueError('embedded null character')
    return s


def _grouping_intervals(grouping):
    last = None
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            if last is None:
                raise ValueError('invalid grouping')
            while True:
                yield last
        yield interval
        last = interval


def _group(s, monetary=False):
    conventions = localeconv()
    separator = conventions['mon_thousands_sep' if monetary else 'thousands_sep']
    grouping = conventions['mon_grouping' if monetary else 'grouping']
    if not grouping:
        return s, 0
    stripped = s.rstrip()
    after, s = s[len(stripped):], stripped
    groups, before = [], ''
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in '0123456789':
            # Only spaces and a sign are left.
            before, s = s, ''
            break
        groups.append(s[-interval:])
        s = s[:-interval]
    if s:
        groups.append(s)
    groups.reverse()
    return before + separator.join(groups) + after, len(separator) * (len(groups) - 1)


def _without_padding(s, amount):
    """The text without as many spaces as separators were added."""
    left = 0
    while amount and s[left:left + 1] == ' ':
        left += 1
        amount -= 1
    right = len(s)
    while amount and s[right - 1:right] == ' ':
        right -= 1
        amount -= 1
    return s[left:right]


_percent_re = re.compile(r'%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]')


def _localize(formatted, grouping=False, monetary=False):
    whole, point, fraction = formatted.partition('.')
    added = 0
    if grouping:
        whole, added = _group(whole, monetary)
    if point:
        whole += localeconv()['mon_decimal_point' if monetary else 'decimal_point'] + fraction
    return _without_padding(whole, added) if added else whole


def _format(percent, value, grouping=False, monetary=False, *additional):
    formatted = percent % ((value, *additional) if additional else value)
    if percent[-1] in 'eEfFgGdiu':
        formatted = _localize(formatted, grouping, monetary)
    return formatted


def format_string(f, val, grouping=False, monetary=False):
    percents = list(_percent_re.finditer(f))
    template = _percent_re.sub('%s', f)
    if isinstance(val, dict):
        values = ['%' if each.group()[-1] == '%' else _format(each.group(), val, grouping, monetary)
                  for each in percents]
        return template % tuple(values)
    if not isinstance(val, tuple):
        val = (val,)
    values, at = [], 0
    for each in percents:
        if each.group() == '%%':
            values.append('%')
            continue
        stars = each['modifiers'].count('*')
        values.append(_format(each.group(), val[at], grouping, monetary, *val[at + 1:at + 1 + stars]))
        at += 1 + stars
    return template % tuple(values)


def currency(val, symbol=True, grouping=False, international=False):
    conventions = localeconv()
    digits = conventions['int_frac_digits' if international else 'frac_digits']
    if digits == CHAR_MAX:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    text = _localize(f'{abs(val):.{digits}f}', grouping, monetary=True)
    text = '<' + text + '>'
    if symbol:
        name = conventions['int_curr_symbol' if international else 'currency_symbol']
        precedes = conventions['n_cs_precedes' if val < 0 else 'p_cs_precedes']
        separated = conventions['n_sep_by_space' if val < 0 else 'p_sep_by_space']
        space = ' ' if separated else ''
        text = name + space + text if precedes else text + space + (name.removesuffix(' ') if international else name)
    position = conventions['n_sign_posn' if val < 0 else 'p_sign_posn']
    sign = conventions['negative_sign' if val < 0 else 'positive_sign']
    if position == 0:
        text = '(' + text + ')'
    elif position == 1:
        text = sign + text
    elif position == 2:
        text = text + sign
    elif position == 3:
        text = text.replace('<', sign)
    elif position == 4:
        text = text.replace('>', sign)
    else:
        text = sign + text
    return text.replace('<', '').replace('>', '')


def str(val):
    return _format('%.12g', val)


def delocalize(string):
    conventions = localeconv()
    if conventions['thousands_sep']:
        string = string.replace(conventions['thousands_sep'], '')
    if conventions['decimal_point']:
        string = string.replace(conventions['decimal_point'], '.')
    return string


def localize(string, grouping=False, monetary=False):
    return _localize(string, grouping, monetary)


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
`

/** `sched`: what is to be done, by time and priority; as `Lib/sched.py`. */
export const schedSource = String.raw`
import heapq
import threading
import time
from collections import namedtuple
from itertools import count
from time import monotonic as _time

__all__ = ['scheduler']

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
_sentinel = object()


class scheduler:
    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._sequence_generator = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        event = Event(time, priority, next(self._sequence_generator), action, argument,
                      {} if kwargs is _sentinel else kwargs)
        with self._lock:
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Does what is due, one after the other, waiting in between; or says how long there is to wait."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                wait = event.time - self.timefunc()
                if wait <= 0:
                    heapq.heappop(self._queue)
            if wait > 0:
                if not blocking:
                    return wait
                self.delayfunc(wait)
            else:
                event.action(*event.argument, **event.kwargs)
                # Lets other threads run.
                self.delayfunc(0)

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)
`
