/** `getopt`: options of a command line, as C's function of that name reads them; as `Lib/getopt.py`. */
export const getoptSource = String.raw`
__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']

import os
from gettext import gettext as _


class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options up to the first argument that is none, and the arguments from there on."""
    return _read(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """Options wherever they stand, and the other arguments."""
    mixed = not shortopts.startswith('+') and not os.environ.get('POSIXLY_CORRECT')
    return _read(args, shortopts.removeprefix('+'), longopts, mixed)


def _read(args, shortopts, longopts, mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found, others = [], []
    while args:
        first = args[0]
        if first == '--':
            return found, others + args[1:]
        if first.startswith('--'):
            found, args = do_longs(found, first[2:], longopts, args[1:])
        elif first.startswith('-') and first != '-':
            found, args = do_shorts(found, first[1:], shortopts, args[1:])
        elif mixed:
            others.append(first)
            args = args[1:]
        else:
            break
    return found, others + args


def do_longs(opts, opt, longopts, args):
    opt, equals, value = opt.partition('=')
    has_arg, opt = long_has_args(opt, longopts)
    if not has_arg:
        if equals:
            raise GetoptError(_('option --%s must not have an argument') % opt, opt)
        value = ''
    elif not equals:
        if not args:
            raise GetoptError(_('option --%s requires argument') % opt, opt)
        value, args = args[0], args[1:]
    opts.append(('--' + opt, value))
    return opts, args


def long_has_args(opt, longopts):
    """Whether the option takes an argument, and its whole name."""
    possible = [each for each in longopts if each.startswith(opt)]
    if not possible:
        raise GetoptError(_('option --%s not recognized') % opt, opt)
    for has_arg in (False, True):
        if opt + '=' * has_arg in possible:
            return has_arg, opt
    if len(possible) > 1:
        raise GetoptError(_('option --%s not a unique prefix') % opt, opt)
    return possible[0].endswith('='), possible[0].removesuffix('=')


def do_shorts(opts, optstring, shortopts, args):
    while optstring:
        opt, optstring = optstring[0], optstring[1:]
        value = ''
        if short_has_arg(opt, shortopts):
            if not optstring:
                if not args:
                    raise GetoptError(_('option -%s requires argument') % opt, opt)
                optstring, args = args[0], args[1:]
            value, optstring = optstring, ''
        opts.append(('-' + opt, value))
    return opts, args


def short_has_arg(opt, shortopts):
    for i, each in enumerate(shortopts):
        if opt == each != ':':
            return shortopts.startswith(':', i + 1)
    raise GetoptError(_('option -%s not recognized') % opt, opt)
`

/** `gettext`: there are no translations here: each text stands for itself. */
export const gettextSource = String.raw`
__all__ = ['NullTranslations', 'gettext', 'ngettext', 'pgettext', 'npgettext', 'dgettext', 'dngettext', 'textdomain',
           'bindtextdomain', 'find', 'translation', 'install']


class NullTranslations:
    """Translations that leave each text as it is."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins._ = self.gettext
        for name in {'gettext', 'ngettext', 'pgettext', 'npgettext'} & set(names or ()):
            setattr(builtins, name, getattr(self, name))


_domain = 'messages'
_folders = {}


def textdomain(domain=None):
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _folders[domain] = localedir
    return _folders.get(domain, '/usr/share/locale')


def find(domain, localedir=None, languages=None, all=False):
    return [] if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if not fallback:
        raise FileNotFoundError(2, 'No translation file found for domain', domain)
    return NullTranslations()


def install(domain, localedir=None, *, names=None):
    NullTranslations().install(names)


def gettext(message):
    return message


def ngettext(msgid1, msgid2, n):
    return msgid1 if n == 1 else msgid2


def pgettext(context, message):
    return message


def npgettext(context, msgid1, msgid2, n):
    return ngettext(msgid1, msgid2, n)


def dgettext(domain, message):
    return message


def dngettext(domain, msgid1, msgid2, n):
    return ngettext(msgid1, msgid2, n)


Catalog = translation
`
