print('single', "double", '''triple
lines''', "esc\t\\ \' \" \x41 \u00e9 \U0001F600 \N{GREEK SMALL LETTER ALPHA} \101 \
continued")
print(r"raw\n", b"bytes\x00\xff", rb"raw\b", "a" 'b' "c", u"u")
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\n\t\\\r\x00\x7f\xa0\u200b"), repr("é😀"), ascii("é😀\n"))
print(len("é"), len("😀"), "😀"[0], "a😀b"[1:], "😀😀"[::-1], list("a😀"))
print("tab\tsep", "x\ny".splitlines(), "abc" "def"[1])
print(ord("A"), chr(97), ord("😀"), chr(0x1F600), "\0" == chr(0))
print("=" * 20, "ab" in "cab", "abc" < "abd", "Z" < "a", max("hello"), sorted("hello"), "".join(reversed("abc")))
print(1_000, 0b1_0, 1e1_0, .5, 5., 0x_ff)
print(*"abc", sep="-", end="!\n")
print("%s" % "end", str(b"x"), str(b"caf\xc3\xa9", "utf-8"), "é".encode(), "é".encode("latin-1"))
