# cast() into dimensions and back, and what an index may be.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


b = bytearray(range(24))
m = memoryview(b)
x = m.cast("H", [3, 4])
print(x.shape, x.strides, x.ndim, x.nbytes, len(x), x.suboffsets, x.c_contiguous, x.f_contiguous, x.contiguous)
print(x.tolist(), x[0, 1], x[-1, -1])
x[1, 1] = 7
print(x.tolist(), x.tobytes("F"), x.tobytes() == x.tobytes("A") == x.tobytes(None), x[1:].tolist(), x[::-2].strides)
print(x.cast("B").shape, m.cast("B", [2, 3, 4]).tolist(), m.cast("B", (24, 1)).strides)
for index in (0, (0, 1, 2), (5, 0), (0, 5), "a", (0, "a"), (0, slice(1, 2)), (slice(0, 1), slice(0, 1))):
    show(lambda: x[index])
    show(lambda: x.__setitem__(index, 1))
show(lambda: x.__setitem__(slice(0, 1), 1))
show(lambda: x.__setitem__((0, 0), "a"))
show(lambda: list(x))
show(lambda: x.tobytes("X"))
for shape in ([24], [5, 5], [0], [-1], ["a"], 3, [1] * 65, [2**62, 2**62, 1], (4, 6)):
    show(lambda: m.cast("B", shape).shape)
show(lambda: x.cast("H"))
show(lambda: x.cast("H", [4, 3]))
show(lambda: m.cast("B", [4, 6]).cast("B", [6, 4]))
z = memoryview(b"x").cast("B", [])
print(z.ndim, z.shape, z.strides, z.tolist(), z[()], z.nbytes, z == memoryview(b"x").cast("B", []), z[...] is z)
show(lambda: len(z))
show(lambda: z[0])
show(lambda: list(z))
s = m[::2]
print(s.strides, s.contiguous, s.shape, m[::-1].tolist()[:3], memoryview(b"").cast("i").shape)
show(lambda: s.cast("H"))
show(lambda: memoryview(b"").cast("B", [0, 0]))
show(lambda: m[1, 2])
show(lambda: m[...])
