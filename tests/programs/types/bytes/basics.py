b = b"hello"
print(b[0], b[1:3], b + b"!", b * 2, len(b), list(b[:2]), b"ll" in b, 104 in b, b.hex(), bytes.fromhex("6869"))
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), b"\xc3\xa9".decode(), b"caf\xe9".decode("latin-1"), b"\xff".decode("utf-8", "replace"), b"\xff".decode("utf-8", "ignore") == "")
print(b.upper(), b.replace(b"l", b"L"), b.split(b"l"), b.find(b"l"), b.startswith(b"he"), b"a,b".partition(b","), b" x ".strip(), b"-".join([b"a", b"b"]))
print(repr(b"\x00\n\t'\"\\\x7f\xff"), b"a" < b"b", b == "hello", hash(b"a") == hash(b"a"), b"%d-%s" % (5, b"x"))
ba = bytearray(b"abc")
ba[0] = 120
ba.append(33)
ba.extend(b"yz")
ba += b"!"
del ba[1]
print(ba, ba.pop(), ba, bytes(ba), ba == b"xc!yz", ba.find(b"c"))
ba[1:2] = b"12345"
ba.reverse()
ba.insert(0, 65)
ba.remove(65)
print(ba)
for action in ('bytes([256])', 'bytes("x")', 'b"a" + "b"', 'b[0:1] + 5', 'b.index(b"z")', 'b"\\xff".decode()', 'bytearray(b"a")[5]', 'b"x"[0] = 1' if False else 'b.nope', 'bytes(-1)', 'ba.append(300)'):
    try:
        print(eval(action))
    except Exception as error:
        print(type(error).__name__, error)
m = memoryview(bytearray(b"abcdef"))
print(m[0], bytes(m[1:3]), len(m), m.tolist()[:2], m.readonly, m.format, m.nbytes)
m[0] = 90
print(bytes(m), m[::2].tobytes())
m.release()
try:
    m[0]
except ValueError as error:
    print(error)
x = bytearray(b"abc")
v = memoryview(x)
try:
    x.append(1)
except BufferError as error:
    print(error)
