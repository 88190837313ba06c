/** `zlib`: checksums only; compressed data is not simulated. */
export const zlibSource = String.raw`
__version__ = '1.0'
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.3.1'
DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
MAX_WBITS = 15
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1


class error(Exception):
    __module__ = 'zlib'


def _make_table():
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0xedb88320 if byte & 1 else 0)
        yield byte


_table = tuple(_make_table())


def crc32(data, value=0, /):
    table, crc = _table, value & 0xffffffff ^ 0xffffffff
    for byte in memoryview(data).cast('B'):
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xffffffff


def adler32(data, value=1, /):
    low, high = value & 0xffff, value >> 16 & 0xffff
    for byte in memoryview(data).cast('B'):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def _refuse(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f'zlib.{name}() is not simulated: only its checksums are')
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _name in 'compress', 'decompress', 'compressobj', 'decompressobj':
    globals()[_name] = _refuse(_name)
del _name
`
