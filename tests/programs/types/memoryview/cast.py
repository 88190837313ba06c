data = bytearray(range(16))
view = memoryview(data)
ints = view.cast("I")
print(ints.format, ints.itemsize, ints.nbytes, ints.shape, len(ints), ints.tolist(), ints[1], ints[-1])
ints[0] = 7
print(data[:4], view[:4].tolist())
print(ints[1:3].tolist(), ints[::2].tolist(), ints.cast("B")[:5].tolist())
for letter in "bBhHiIlLqQnNfd?c":
    print(letter, view.cast(letter).itemsize, view.cast(letter)[0])
doubles = view.cast("d")
doubles[0] = 1.5
doubles[1] = -2
print(doubles.tolist(), bytes(data[:8]))
print(view.cast("@h")[1], view.cast("c")[0], memoryview(b"\x01\x00\x00\x00").cast("i").tolist())
chars = view.cast("c")
chars[0] = b"z"
print(data[0], chars == view, view.cast("B") == view, view.cast("i") == view.cast("i"))
for wrong in (lambda: ints.cast("h"), lambda: view[:3].cast("h"), lambda: view.cast("x"), lambda: view.cast("<i"),
              lambda: view[::2].cast("h"), lambda: view.cast(3), lambda: ints.__setitem__(0, 2**40),
              lambda: ints.__setitem__(0, "x"), lambda: doubles.__setitem__(0, "x"), lambda: chars.__setitem__(0, 3),
              lambda: memoryview(b"abcd").cast("i").__setitem__(0, 1), lambda: ints[9]):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
