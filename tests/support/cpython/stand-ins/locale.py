# One locale: that of C.

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale in (None, '', 'C', 'POSIX'):
        return 'C'
    raise Error('unsupported locale setting')


def localeconv():
    return {'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


getencoding = getpreferredencoding
