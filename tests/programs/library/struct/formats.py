import struct

cases = """
struct.pack('b',200)|struct.pack('B',-1)|struct.pack('h',70000)|struct.pack('q',2**70)|struct.pack('Q',-1)
struct.pack('<B',256)|struct.pack('P',2**70)|struct.pack('i','x')|struct.pack('f','x')|struct.pack('c','x')
struct.pack('c',b'xx')|struct.pack('s','x')|struct.pack('3s',b'abcdef')|struct.pack('5p',b'abcdef')|struct.pack('?',[])
struct.pack('ii',1)|struct.unpack('i',b'abc')|struct.unpack_from('i',b'abc')|struct.unpack_from('i',b'abcdefg',5)
struct.unpack_from('i',b'abcdefg',-9)|struct.unpack_from('<i',b'abcdefg',-4)|struct.pack('y',1)|struct.pack('3',1)
struct.calcsize('bi')|struct.calcsize('ib')|struct.calcsize('bi0i')|struct.calcsize('<bi')|struct.calcsize('@bqb')
struct.pack('e',1e10)|struct.pack('e',1.5)|struct.pack('d',1.5)|struct.pack('>f',1.1)|struct.unpack('<e',b'\\x00\\x7c')
list(struct.iter_unpack('<h',b'abcd'))|struct.iter_unpack('h',b'abc')|struct.Struct('<i')|struct.Struct('<i').size
struct.Struct(b'<i').format|struct.pack_into('i',bytearray(2),0,1)|struct.pack_into('i',b'abcd',0,1)|struct.pack('i',1.5)
struct.pack()|struct.pack('4x')|struct.unpack('4x2s',b'abcdef')|struct.pack('<n',1)|struct.pack('>2h3s',1,2,b'a')
struct.unpack('?',b'\\x02')|struct.error|struct.pack(3)|struct.unpack('i','abcd')|struct.pack('<2i 3h',1,2,3,4,5)
struct.pack('<d', float('nan'))|struct.unpack('<f', struct.pack('<f', 0.1))|struct.pack('!HBx', 1, 2)|struct.pack('=l', -1)
struct.unpack('3p', b'\\x05ab')|struct.pack('e', 6e-8)|struct.pack('e', 65504.0)|struct.unpack('e', b'\\x01\\x00')
struct.unpack('<bBhHiIlLqQ', bytes(range(250, 256)) + bytes(40 - 6 + 2))|struct.pack('N', 5)|struct.calcsize('nNP')
"""
for case in cases.replace("\n", "|").split("|"):
    if case:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "!!", type(error).__name__, error)

record = struct.Struct(">I2s?d")
packed = record.pack(7, b"ab", True, 2.5)
print(packed, record.size, record.unpack(packed))
buffer = bytearray(record.size * 2)
record.pack_into(buffer, 3, 1, b"z", False, -0.5)
print(buffer, record.unpack_from(buffer, 3))
print([value for value, in struct.iter_unpack("<H", bytes(range(6)))])
