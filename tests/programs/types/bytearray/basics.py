b = bytearray(b"hello")
b[0] = ord("J"); b += b"!"; b.append(63); b.extend([65, 66]); b[1:3] = b"EY"; del b[-1]
print(b, len(b), b[0], b.upper(), b.find(b"l"), b.replace(b"l", b"L"), b.split(b"l"), bytes(b), b == b"JEYlo!?A", b.pop(), b.hex(), b.decode())
print(bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"x") * 3, b"a" + bytearray(b"b"), type(bytearray(b"a") + b"b").__name__, b.startswith(b"J"), bytearray(b"a,b").split(b","))
for bad in ("b.append(256)", "b[0] = 'a'", "bytearray('x')", "b[50]", "b.remove(1)", "hash(b)", "bytearray(-1)", "b + 'x'", "b.extend('x')"):
    try: exec(bad)
    except Exception as error: print(type(error).__name__, error)
c = b.copy(); c.clear(); b.reverse(); b.insert(0, 33)
print(c, b, sorted(bytearray(b"cab")), list(b[:2]), b"l" in b, 33 in b, min(b))
