import zlib
from array import array

for data in (b"", b"a", b"hello world" * 20, bytearray(range(256)), memoryview(b"xyz"), array("h", [1, -1])):
    print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(data, 5), zlib.adler32(data, 7))
print(hex(zlib.crc32(b"b", zlib.crc32(b"a"))), zlib.crc32(b"ab") == zlib.crc32(b"b", zlib.crc32(b"a")))
try:
    zlib.crc32("a")
except TypeError as error:
    print("TypeError")
