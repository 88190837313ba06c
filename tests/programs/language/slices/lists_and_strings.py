s = list(range(10))
print(s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[::3], s[::-1], s[8:2:-2], s[5:2], s[100:], s[-100:2])
t = "abcdef"
print(t[1:4], t[::-1], t[::2], t[-2:], t[3:1], t[5:0:-2], t[:0] == "")
s[2:4] = ["x", "y", "z"]
print(s)
s[1:1] = [100, 200]
print(s)
s[::4] = [0] * len(s[::4])
print(s)
s[3:] = []
print(s)
s[:] = "abc"
print(s)
s[len(s):] = [1]
s[:0] = [9]
print(s)
try:
    s[::2] = [1]
except ValueError as error:
    print(error)
try:
    s[0:1] = 5
except TypeError as error:
    print(error)
try:
    s[::0]
except ValueError as error:
    print(error)
try:
    s["a":]
except TypeError as error:
    print(error)
x = slice(1, 10, 2)
print(x, x.start, x.stop, x.step, x.indices(6), slice(5), slice(1, 2) == slice(1, 2), range(20)[x])
del s[1:3]
print(s)
print((1, 2, 3, 4)[1:-1], b"hello"[1:3], bytearray(b"hello")[::-1], range(10)[2:8:3])
class Show:
    def __getitem__(self, item): return item
print(Show()[1:2], Show()[:, 1], Show()[...], Show()[1:2, ::3], Show()[()])
try:
    print(hash(slice(1, 2)) == hash(slice(1, 2)))
except TypeError as error:
    print(error)
