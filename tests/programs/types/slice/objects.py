s = slice(2, 10, 3)
print(s, s.start, s.stop, s.step, s == slice(2, 10, 3), s != slice(1), s.indices(5), s.indices(100), slice(None).indices(4), slice(None, None, -1).indices(4), slice(-3, None).indices(5))
print(list(range(20))[s], "abcdefghijkl"[s], (1, 2, 3)[slice(1, None)], repr(slice("a", [1], None)), slice(1, 2) < slice(1, 3))
class M:
    def __getitem__(self, k): return k
m = M()
print(m[1:2], m[:], m[::2], m[1, 2:3], m[..., None], m["a":"b"])
for bad in ("slice(1.5, 2).indices(5)", "slice(1, 2, 0).indices(5)", "slice()", "[1][1.5:]", "slice(1).start = 3", "[1, 2].__getitem__(slice('a'))"):
    try: exec(bad)
    except Exception as error: print(type(error).__name__, error)
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): "s"}[slice(1)])
