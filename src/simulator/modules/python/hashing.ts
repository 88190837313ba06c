/** `hashlib`, `binascii`, `base64` and `secrets`: bytes as digests and as text; as in `Lib`. */
export const hashlibSource = String.raw`
import _hashlib

algorithms_guaranteed = {
    'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512',
    'shake_128', 'shake_256', 'blake2b', 'blake2s'}
algorithms_available = set(algorithms_guaranteed)

__all__ = tuple(sorted(algorithms_guaranteed)) + (
    'new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac')


def new(name, data=b'', **kwargs):
    return _hashlib.new(name, data)


def _maker(name):
    def make(string=b'', *, usedforsecurity=True):
        return _hashlib.new(name, string)
    make.__name__ = make.__qualname__ = 'openssl_' + name
    return make


for _name in algorithms_guaranteed - {'blake2b', 'blake2s'}:
    globals()[_name] = _maker(_name)


def _refuse(*args, **kwargs):
    raise NotImplementedError("hashlib: BLAKE2 is not simulated")

blake2b = blake2s = _refuse


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    size = new(hash_name).block_size
    if len(password) > size:
        password = new(hash_name, password).digest()
    password = password + b'\0' * (size - len(password))
    inner = bytes(each ^ 0x36 for each in password)
    outer = bytes(each ^ 0x5c for each in password)

    def keyed(message):
        return new(hash_name, outer + new(hash_name, inner + message).digest()).digest()
    wanted = new(hash_name).digest_size if dklen is None else dklen
    found, block = b'', 1
    while len(found) < wanted:
        last = keyed(salt + block.to_bytes(4, 'big'))
        total = int.from_bytes(last, 'big')
        for _ in range(iterations - 1):
            last = keyed(last)
            total ^= int.from_bytes(last, 'big')
        found += total.to_bytes(len(last), 'big')
        block += 1
    return found[:wanted]
`

export const binasciiSource = String.raw`
_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode()
    return bytes(memoryview(data))


def _binary(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(data))


def hexlify(data, sep=None, bytes_per_sep=1):
    text = _binary(data).hex() if sep is None else _binary(data).hex(sep, bytes_per_sep)
    return text.encode()

b2a_hex = hexlify


def unhexlify(hexstr):
    text = _bytes(hexstr).decode('latin-1')
    if len(text) % 2:
        raise Error('Odd-length string')
    if text.strip('0123456789abcdefABCDEF'):
        raise Error('Non-hexadecimal digit found')
    try:
        return bytes(int(text[i:i + 2], 16) for i in range(0, len(text), 2))
    except ValueError:
        raise Error('Non-hexadecimal digit found') from None

a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    data = _binary(data)
    out = bytearray()
    for at in range(0, len(data), 3):
        three = data[at:at + 3]
        bits = int.from_bytes(three + b'\0' * (3 - len(three)), 'big')
        four = [_LETTERS[bits >> shift & 63] for shift in (18, 12, 6, 0)]
        for lack in range(3 - len(three)):
            four[3 - lack] = 61
        out += bytes(four)
    return bytes(out) + (b'\n' if newline else b'')


def a2b_base64(data, *, strict_mode=False):
    data = _bytes(data)
    out = bytearray()
    bits = count = pads = letters = 0
    if strict_mode and data[:1] == b'=':
        raise Error('Leading padding not allowed')
    for at, byte in enumerate(data):
        if byte == 61:
            pads += 1
            if count >= 2 and count + pads >= 4:
                if strict_mode and at + 1 < len(data):
                    raise Error('Excess data after padding')
                return bytes(out)
            continue
        place = _PLACES.get(byte)
        if place is None:
            if strict_mode:
                raise Error('Only base64 data is allowed')
            continue
        if strict_mode and pads:
            raise Error('Discontinuous padding not allowed')
        pads = 0
        letters += 1
        bits = (bits << 6 | place) & 0xffffff
        count = (count + 1) % 4
        if count == 0:
            out.append(bits & 255)
            bits = 0
        elif count == 2:
            out.append(bits >> 4 & 255)
        elif count == 3:
            out.append(bits >> 2 & 255)
    if count == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({letters}) '
                    'cannot be 1 more than a multiple of 4')
    if count:
        raise Error('Incorrect padding')
    return bytes(out)


def _crc_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0xedb88320 if n & 1 else 0)
        table.append(n)
    return table

_TABLE = _crc_table()


def crc32(data, crc=0, /):
    crc ^= 0xffffffff
    for byte in _binary(data):
        crc = crc >> 8 ^ _TABLE[(crc ^ byte) & 255]
    return crc ^ 0xffffffff


def crc_hqx(data, crc, /):
    crc &= 0xffff
    for byte in _binary(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc
`

export const base64Source = String.raw`
import re
import struct
import binascii

__all__ = [
    'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode', 'b32hexencode', 'b32hexdecode',
    'b16encode', 'b16decode', 'b85encode', 'b85decode', 'standard_b64encode', 'standard_b64decode',
    'urlsafe_b64encode', 'urlsafe_b64decode']

_URLSAFE = bytes.maketrans(b'+/', b'-_')
_URLSAFE_BACK = bytes.maketrans(b'-_', b'+/')


def _as_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _as_bytes(s)
    if altchars is not None:
        altchars = _as_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_URLSAFE)


def urlsafe_b64decode(s):
    return b64decode(_as_bytes(s).translate(_URLSAFE_BACK))


_LETTERS32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_LETTERS32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
# How many letters stand for the last bytes of a group of five.
_LAST = {0: 0, 1: 2, 2: 4, 3: 5, 4: 7}


def _encode32(letters, s):
    s = bytes(memoryview(s))
    out = bytearray()
    for at in range(0, len(s), 5):
        five = s[at:at + 5]
        bits = int.from_bytes(five + b'\0' * (5 - len(five)), 'big')
        eight = bytes(letters[bits >> shift & 31] for shift in range(35, -1, -5))
        used = _LAST.get(len(five), 8)
        out += eight[:used] + b'=' * (8 - used)
    return bytes(out)


def _decode32(letters, s, casefold=False, map01=None):
    s = _as_bytes(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        s = s.translate(bytes.maketrans(b'01', b'O' + _as_bytes(map01)))
    if casefold:
        s = s.upper()
    kept = s.rstrip(b'=')
    pads = len(s) - len(kept)
    places = {letter: place for place, letter in enumerate(letters)}
    bits = 0
    for letter in kept:
        if letter not in places:
            raise binascii.Error('Non-base32 digit found')
        bits = bits << 5 | places[letter]
    rest = len(kept) % 8
    if pads not in {0, 1, 3, 4, 6}:
        raise binascii.Error('Incorrect padding')
    return (bits >> len(kept) * 5 % 8).to_bytes(len(kept) * 5 // 8, 'big')


def b32encode(s):
    return _encode32(_LETTERS32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_LETTERS32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_LETTERS32HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_LETTERS32HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _as_bytes(s)
    if casefold:
        s = s.upper()
    if re.search(b'[^0-9A-F]', s):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


_LETTERS85 = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
              b'!#$%&()*+-;<=>?@^_' + bytes([96]) + b'{|}~')


def b85encode(b, pad=False):
    b = bytes(memoryview(b))
    lack = -len(b) % 4
    out = bytearray()
    for (n,) in struct.iter_unpack('!I', b + b'\0' * lack):
        out += bytes(_LETTERS85[n // 85 ** power % 85] for power in range(4, -1, -1))
    return bytes(out) if pad or not lack else bytes(out[:-lack])


def b85decode(b):
    b = _as_bytes(b)
    lack = -len(b) % 5
    places = {letter: place for place, letter in enumerate(_LETTERS85)}
    out = bytearray()
    whole = bytes(b) + b'~' * lack
    for at in range(0, len(whole), 5):
        n = 0
        for i, letter in enumerate(whole[at:at + 5]):
            if letter not in places:
                raise ValueError('bad base85 character at position %d' % (at + i))
            n = n * 85 + places[letter]
        if n >> 32:
            raise ValueError('base85 overflow in hunk starting at byte %d' % at)
        out += n.to_bytes(4, 'big')
    return bytes(out[:-lack]) if lack else bytes(out)


def encodebytes(s):
    s = memoryview(s)
    return b''.join(binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(s)
`

export const secretsSource = String.raw`
import base64
import random

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe',
           'compare_digest']

DEFAULT_ENTROPY = 32
SystemRandom = random.SystemRandom
_source = SystemRandom()
randbits = _source.getrandbits
choice = _source.choice


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _source._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')


def compare_digest(a, b, /):
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError("unsupported operand types(s) or combination of types: "
                        f"'{type(a).__name__}' and '{type(b).__name__}'")
    return a == b
`
