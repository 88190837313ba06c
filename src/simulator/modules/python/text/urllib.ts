/** `urllib.parse`: addresses of the web taken apart and put together; as `Lib/urllib/parse.py`. */
export const urllibParseSource = String.raw`
import re
import types
from collections import namedtuple
import functools

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes',
           'DefragResult', 'ParseResult', 'SplitResult', 'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp',
                 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws',
               'wss', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips',
               'mms', 'sftp', 'tel']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'
_control_or_space = ''.join(map(chr, range(33)))
_unsafe = '\t\r\n'


def clear_cache():
    urlsplit.cache_clear()
    _quoter.cache_clear()


def _as_text(*args):
    """The arguments as text, and what makes results be of their kind again."""
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError('Cannot mix str and non-str arguments')
    if is_text:
        return (*args, lambda result: result)
    return (*(arg.decode('ascii', 'strict') if arg else '' for arg in args), _encoded)


def _encoded(result):
    return result.encode('ascii') if isinstance(result, str) else result.encode()


class _TextResult:
    __slots__ = ()
    _at, _colon, _percent, _open, _close = '@:%[]'

    def encode(self, encoding='ascii', errors='strict'):
        return self._encoded_counterpart(*(each.encode(encoding, errors) for each in self))


class _BytesResult:
    __slots__ = ()
    _at, _colon, _percent, _open, _close = b'@', b':', b'%', b'[', b']'

    def decode(self, encoding='ascii', errors='strict'):
        return self._decoded_counterpart(*(each.decode(encoding, errors) for each in self))


class _Location:
    """What a netloc consists of."""
    __slots__ = ()

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def _userinfo(self):
        info, at, _ = self.netloc.rpartition(self._at)
        if not at:
            return None, None
        name, colon, password = info.partition(self._colon)
        return name, password if colon else None

    @property
    def _hostinfo(self):
        place = self.netloc.rpartition(self._at)[2]
        _, bracket, inside = place.partition(self._open)
        if bracket:
            host, _, port = inside.partition(self._close)
            port = port.partition(self._colon)[2]
        else:
            host, _, port = place.partition(self._colon)
        return host, port or None

    @property
    def hostname(self):
        host = self._hostinfo[0]
        if not host:
            return None
        # What names an interface keeps its case.
        host, percent, zone = host.partition(self._percent)
        return host.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):

            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        number = int(port)
        if not 0 <= number <= 65535:
            raise ValueError('Port out of range 0-65535')
        return number

    __class_getitem__ = classmethod(types.GenericAlias)


_Defrag = namedtuple('_DefragResultBase', 'url fragment')
_Split = namedtuple('_SplitResultBase', 'scheme netloc path query fragment')
_Parse = namedtuple('_ParseResultBase', 'scheme netloc path params query fragment')


class _Geturl:
    __slots__ = ()


class DefragResult(_Defrag, _TextResult):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(_Split, _Location, _TextResult):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _Location, _TextResult):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _BytesResult):
    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Location, _BytesResult):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _Location, _BytesResult):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _bytes in (DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes):
    _text._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _text
del _text, _bytes, _Geturl


def urlparse(url, scheme='', allow_fragments=True):
    url, scheme, same_kind = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        path, params = _splitparams(path)
    return same_kind(ParseResult(scheme, netloc, path, params, query, fragment))


def _splitparams(url):
    at = url.find(';', max(url.rfind('/'), 0))
    return (url, '') if at < 0 else (url[:at], url[at + 1:])


def _check_netloc(netloc):
    """Refuses characters that become others that mean something, when text is normalized."""
    if not netloc or netloc.isascii():
        return
    import unicodedata
    plain = netloc
    for c in '@:#?':
        plain = plain.replace(c, '')
    normal = unicodedata.normalize('NFKC', plain)
    if plain != normal and any(c in normal for c in '/?#@:'):
        raise ValueError("netloc '" + netloc + "' contains invalid characters under NFKC normalization")


def _check_brackets(netloc):
    before, opening, rest = netloc.rpartition('@')[2].partition('[')
    if not opening:
        return
    host, _, after = rest.partition(']')
    if before or after and not after.startswith(':'):
        raise ValueError('Invalid IPv6 URL')
    _check_bracketed_host(host)


def _check_bracketed_host(host):
    if host.startswith('v'):
        if not re.match(r'\Av[a-fA-F0-9]+\..+\Z', host):
            raise ValueError('IPvFuture address is invalid')
    else:
        import ipaddress
        if isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address):
            raise ValueError('An IPv4 address cannot be in brackets')


@functools.lru_cache(typed=True)
def urlsplit(url, scheme='', allow_fragments=True):
    url, scheme, same_kind = _as_text(url, scheme)
    url = url.lstrip(_control_or_space)
    scheme = scheme.strip(_control_or_space)
    for c in _unsafe:
        url = url.replace(c, '')
        scheme = scheme.replace(c, '')
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        end = min([found for found in (url.find(c, 2) for c in '/?#') if found >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
        if '[' in netloc:
            bracketed = netloc.partition('[')[2].partition(']')[0]
            _check_bracketed_host(bracketed)
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    _check_netloc(netloc)
    return same_kind(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, same_kind = _as_text(*components)
    if params:
        url = f'{url};{params}'
    return same_kind(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, same_kind = _as_text(*components)
    if netloc:
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    elif url[:2] == '//':
        url = '//' + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == '/'):
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return same_kind(url)


def urljoin(base, url, allow_fragments=True):
    """What an address means that stands in the document at another."""
    if not base:
        return url
    if not url:
        return base
    base, url, same_kind = _as_text(base, url)
    b = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, b.scheme, allow_fragments)
    if scheme != b.scheme or scheme not in uses_relative:
        return same_kind(url)
    if scheme in uses_netloc:
        if netloc:
            return same_kind(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = b.netloc
    if not path and not params:
        path, params = b.path, b.params
        return same_kind(urlunparse((scheme, netloc, path, params, query or b.query, fragment)))
    above = b.path.split('/')
    if above[-1] != '':
        # The last part is the document itself.
        del above[-1]
    if path[:1] == '/':
        parts = path.split('/')
    else:
        parts = above + path.split('/')
        parts[1:-1] = filter(None, parts[1:-1])
    resolved = []
    for part in parts:
        if part == '..':
            if resolved:
                resolved.pop()
        elif part != '.':
            resolved.append(part)
    if parts[-1] in ('.', '..'):
        resolved.append('')
    return same_kind(urlunparse((scheme, netloc, '/'.join(resolved) or '/', params, query, fragment)))


def urldefrag(url):
    url, same_kind = _as_text(url)
    if '#' in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        url = urlunparse((scheme, netloc, path, params, query, ''))
    else:
        fragment = ''
    return same_kind(DefragResult(url, fragment))


_hex_pairs = {(a + b).encode(): bytes([int(a + b, 16)]) for a in '0123456789ABCDEFabcdef' for b in '0123456789ABCDEFabcdef'}


def unquote_to_bytes(string):
    if not string:
        # Makes sure that it is text or bytes.
        string.split
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *rest = string.split(b'%')
    parts = [first]
    for each in rest:
        byte = _hex_pairs.get(bytes(each[:2]))
        parts.append(b'%' + each if byte is None else byte + each[2:])
    return b''.join(parts)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode('utf-8' if encoding is None else encoding,
                                               'replace' if errors is None else errors)
    if '%' not in string:
        string.split
        return string
    encoding, errors = encoding or 'utf-8', errors or 'replace'
    # Only what is ASCII may hold quoted bytes.
    return re.sub('[\x00-\x7f]+', lambda match: unquote_to_bytes(match[0]).decode(encoding, errors), string)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    """Names and values of a query, as pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if isinstance(qs, str):
        if not isinstance(separator, str):
            separator = str(separator, 'ascii')
        equals, plus, empty = '=', '+', ''

        def plain(text):
            return unquote(text.replace('+', ' '), encoding=encoding, errors=errors)
    else:
        if not qs:
            return []
        qs = bytes(memoryview(qs))
        if isinstance(separator, str):
            separator = bytes(separator, 'ascii')
        equals, plus, empty = b'=', b'+', b''

        def plain(data):
            return unquote_to_bytes(data.replace(b'+', b' '))
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    result = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, found, value = field.partition(equals)
        if not found and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            result.append((plain(name), plain(value)))
    return result


_always_safe = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


@functools.lru_cache
def _quoter(safe):
    kept = _always_safe.union(safe)
    return [chr(byte) if byte in kept else f'%{byte:02X}' for byte in range(256)].__getitem__


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if not bs:
        return ''
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    else:
        safe = bytes(c for c in safe if c < 128)
    return ''.join(map(_quoter(safe), bs))


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Pairs, or a mapping, as a query."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError('not a valid non-string sequence or mapping object') from error

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    parts = []
    for name, value in query:
        name = quoted(name)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                parts += [name + '=' + quoted(each) for each in value]
                continue
        parts.append(name + '=' + quoted(value))
    return '&'.join(parts)
`
