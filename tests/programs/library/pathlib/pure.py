# Paths as texts with parts: POSIX and Windows.
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath, PosixPath

for cls in (PurePosixPath, PureWindowsPath):
    for text in ("", ".", "a", "a/b.tar.gz", "/a/b/", "//a/b", "///a", "a//b/./c/..", "/", "..", "a.", ".bashrc", "a/.x.y", "c:/x/y.TXT", "c:x", "//srv/share/a", "//srv/share", "\\a\\b", "a\\b", "c:", "a b/é"):
        p = cls(text)
        print(cls.__name__, repr(text), str(p), p.parts, [p.drive, p.root, p.anchor, p.name, p.stem, p.suffix, p.suffixes], p.parent, list(map(str, p.parents)), p.is_absolute(), p.as_posix())
p = PurePosixPath("/usr/lib/python/os.py")
print(p, repr(p), p / "x" / "/y", "z" / PurePosixPath("q"), p.joinpath("a", "../b"), p.with_name("x.c"), p.with_suffix(".txt"), p.with_suffix(""), p.with_stem("io"))
print(p.relative_to("/usr"), p.relative_to("/usr/bin", walk_up=True), p.is_relative_to("/usr/lib"), p.is_relative_to("/lib"))
print(p.match("*.py"), p.match("lib/*/*.py"), p.match("/usr/*"), p.match("OS.PY"), PureWindowsPath("A/B.Py").match("b.PY"))
print(p.full_match("**/*.py"), p.full_match("/usr/**"), p.full_match("*.py"), PurePath("a/b").full_match("a/*"), PurePath("b").full_match("**/b"))
print(p == PurePosixPath("/usr/lib/python/os.py"), PurePosixPath("a") == PureWindowsPath("a"), PureWindowsPath("A") == PureWindowsPath("a"), PurePosixPath("A") == PurePosixPath("a"))
print(sorted([PurePath("b"), PurePath("a/c"), PurePath("a"), PurePath("a.b")]), len({PurePath("a"), PurePath("a/"), PurePath("./a")}))
print(p.parents[0], p.parents[-1], p.parents[1:3], len(p.parents), p.parents)
print(PurePosixPath("/a b/é").as_uri(), PureWindowsPath("c:/a b").as_uri(), bytes(PurePath("é")))
w = PureWindowsPath("c:/Users/x")
print(w / "d:/y", w / "/z", w / "c:q", w.relative_to("C:/USERS"), repr(w), PureWindowsPath(PurePosixPath("a\\b")), type(Path("x")), PosixPath("x"))
for wrong in (
    lambda: p.with_name(""),
    lambda: p.with_name("a/b"),
    lambda: PurePath("/").with_name("a"),
    lambda: p.with_suffix("txt"),
    lambda: PurePath("").with_suffix(".a"),
    lambda: p.relative_to("/bin"),
    lambda: p.relative_to("lib", walk_up=True),
    lambda: p / 1,
    lambda: PurePath(1),
    lambda: PurePath(b"a"),
    lambda: p < PureWindowsPath("a"),
    lambda: PurePath("a").as_uri(),
    lambda: p.parents[9],
    lambda: p.match(""),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


class Mine(PurePosixPath):
    def __init__(self, *args, mark=0):
        super().__init__(*args)
        self.mark = mark

    def with_segments(self, *segments):
        return type(self)(*segments, mark=self.mark + 1)


m = Mine("a/b", mark=1)
print(repr(m), (m / "c").mark, m.parent.mark, hash(m) == hash(PurePosixPath("a/b")))
