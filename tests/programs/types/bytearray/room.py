# How much room a bytearray has: what getsizeof shows while it grows and shrinks.
import sys

b = bytearray()
print([(b.append(1), sys.getsizeof(b))[1] for _ in range(30)])
print([(b.pop(), sys.getsizeof(b))[1] for _ in range(30)])
b = bytearray(100)
sizes = []
for i in range(10):
    del b[:9]
    sizes.append(sys.getsizeof(b))
print(sizes)
b = bytearray(100)
sizes = []
for i in range(10):
    b += b'abc'
    sizes.append(sys.getsizeof(b))
print(sizes)
b = bytearray(range(10))
print(sys.getsizeof(b), b.__alloc__())
for each in bytearray([1, 2, 3]), bytearray(x for x in range(5)), bytearray(5), bytearray(b'abcde'), b[2:4], b + b, b * 2:
    print(each, sys.getsizeof(each))
b.clear()
print(sys.getsizeof(b))
b.extend(b'123')
print(sys.getsizeof(b))
b.extend([1, 2] * 50)
print(sys.getsizeof(b))
b.insert(0, 1)
print(sys.getsizeof(b))
b[3:90] = b''
print(sys.getsizeof(b))
b *= 3
print(sys.getsizeof(b))
b.remove(1)
print(sys.getsizeof(b))
b[:] = b''
print(sys.getsizeof(b))
b.__init__(b'123')
print(sys.getsizeof(b))
del b[0]
b.append(2)
print(sys.getsizeof(b))

print(b.__reduce__(), b.__reduce_ex__(4), bytearray().__reduce_ex__(4))


class Numbered(bytearray):
    pass


n = Numbered(b'x')
n.y = 1
print(n.__reduce_ex__(4))
