/** `platform`: what this Python calls itself and the machine under it; as `Lib/platform.py`. There is no machine to ask. */
export const platformSource = String.raw`
import re
import sys
from collections import namedtuple

uname_result = namedtuple('uname_result', 'system node release version machine processor')


def python_version():
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_implementation():
    return 'CPython'


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    match = re.match(r'[\w.+]+\s*\(#?([^,]+),?\s*([^)]*)\)', sys.version)
    return (match[1], match[2]) if match else ('', '')


def python_compiler():
    match = re.search(r'\[([^\]]+)\]', sys.version)
    return match[1] if match else ''


def uname():
    return uname_result('Linux', '', '', '', 'x86_64', '')


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return uname().processor


def architecture(executable=sys.executable, bits='', linkage=''):
    return '64bit', 'ELF'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return lib, version


def platform(aliased=False, terse=False):
    return 'Linux-x86_64'
`

/** `hmac`: digests that only who knows a key can make; as `Lib/hmac.py`. */
export const hmacSource = String.raw`
import hashlib
import warnings

digest_size = None


def compare_digest(a, b, /):
    """Whether two digests are equal."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        return a == b
    strange = [each for each in (a, b) if not isinstance(each, (bytes, bytearray, memoryview))]
    if len(strange) == 2:
        raise TypeError('unsupported operand types(s) or combination of types: '
                        f'{type(a).__name__!r} and {type(b).__name__!r}')
    if strange:
        raise TypeError(f'a bytes-like object is required, not {type(strange[0]).__name__!r}')
    return bytes(a) == bytes(b)


class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if callable(digestmod):
            make = digestmod
        elif isinstance(digestmod, str):
            def make(data=b''):
                return hashlib.new(digestmod, data)
        else:
            make = digestmod.new
        self._outer, self._inner = make(), make()
        self.digest_size = self._inner.digest_size
        size = getattr(self._inner, 'block_size', self.blocksize)
        if size < 16:
            warnings.warn(f'block_size of {size} seems too small; using our default of {self.blocksize}.', RuntimeWarning, 2)
            size = self.blocksize
        self.block_size = size
        if len(key) > size:
            key = make(key).digest()
        key = key.ljust(size, b'\0')
        self._outer.update(bytes(byte ^ 0x5c for byte in key))
        self._inner.update(bytes(byte ^ 0x36 for byte in key))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f'hmac-{self._inner.name}'

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _finished(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        return self._finished().digest()

    def hexdigest(self):
        return self._finished().hexdigest()


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
`
